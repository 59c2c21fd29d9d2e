"""Peers for the bench of reading: the same networks, run by RapidOCR as it
comes, and by onnxruntime with as little around it as finding and reading lines
need. Reads `ENGINE FILE` line by line and answers each with JSON:
{"seconds": from the file to its lines, "lines": how many}.
"""

import json
import sys
import time
from pathlib import Path

import cv2
import numpy as np
from PIL import Image, ImageOps
from rapidocr import RapidOCR

# Longest side at which onnxruntime looks for lines: as ours does for licences.
SIDE = 832


def engine(models, **further):
    return RapidOCR(
        params={
            "Global.log_level": "error",
            "Det.model_path": str(models / "PP-OCRv6_det_small.onnx"),
            "Rec.model_path": str(models / "PP-OCRv6_rec_small.onnx"),
            "Cls.model_path": str(models / "ch_ppocr_mobile_v2.0_cls_mobile.onnx"),
            **further,
        }
    )


def opened(file):
    # Photographs are turned as their files say; faxes are 1 bit a pixel.
    picture = ImageOps.exif_transpose(Image.open(file)).convert("RGB")
    return cv2.cvtColor(np.asarray(picture), cv2.COLOR_RGB2BGR)


def main():
    models = Path(sys.argv[1])
    whole = engine(models)
    lean = engine(
        models,
        **{
            "Det.limit_type": "max",
            "Det.limit_side_len": SIDE,
            "Global.use_cls": False,
        },
    )
    # RapidOCR says things on its standard output that are no answers.
    answers, sys.stdout = sys.stdout, sys.stderr
    for line in sys.stdin:
        name, file = line.rstrip("\n").split(" ", 1)
        start = time.perf_counter()
        found = (whole if name == "rapidocr" else lean)(opened(file))
        seconds = time.perf_counter() - start
        lines = 0 if found.txts is None else len(found.txts)
        print(json.dumps({"seconds": seconds, "lines": lines}), file=answers, flush=True)


main()
