//! Files that are broken, and files that mean harm: each is refused for its
//! own reason, quickly and within bounds.

use crate::make::{
    Leaf, QUADRANTS, chunk, deflated_zeros, directory, fixture, pdf, png, sound, stream, whole,
};
use desk_intake::{IntakeError, Limits, View, admit, page_image};
use std::time::{Duration, Instant};

fn refused(bytes: &[u8]) -> IntakeError {
    let limits = Limits::default();
    let started = Instant::now();
    let error = admit("paper", bytes, &limits).expect_err("a file that must be refused");
    let drawn = page_image(bytes, 1, &View::whole(1000), &limits);
    assert_eq!(
        drawn.as_ref().err(),
        Some(&error),
        "looking at it is refused alike"
    );
    assert!(
        started.elapsed() < Duration::from_secs(10),
        "{error}: {:?}",
        started.elapsed()
    );
    error
}

#[test]
fn nothing_and_no_paper_are_told_apart() {
    assert_eq!(refused(b""), IntakeError::FileEmpty);
    assert_eq!(refused(b"Dear Sir or Madam"), IntakeError::FileNotAPaper);
    assert_eq!(
        refused(&fixture("nasty/quad.avif")),
        IntakeError::FileKindRefused("AVIF 图片")
    );
}

#[test]
fn a_file_beyond_the_limit_is_refused_unread() {
    let limits = Limits {
        max_bytes: 100,
        ..Limits::default()
    };
    let file = fixture("sound/quad.png");
    let bytes = file.len() as u64;
    assert_eq!(
        admit("a", &file, &limits),
        Err(IntakeError::FileTooLarge { bytes, limit: 100 })
    );
}

#[test]
fn a_truncated_file_is_refused_in_every_format_unless_its_picture_is_whole() {
    let limits = Limits::default();
    for (name, bytes) in sound() {
        let cut = &bytes[..bytes.len() * 9 / 10];
        match admit(&name, cut, &limits) {
            Err(IntakeError::FileTruncated) => {}
            // Where a directory or a checksum was cut off, the cut looks like damage.
            Err(IntakeError::FileDamaged(_)) => {
                assert!(
                    !name.ends_with("jpg") && !name.ends_with("pdf"),
                    "{name}: no clear cause"
                );
            }
            Err(other) => panic!("{name}: {other:?}"),
            Ok(_) => assert_eq!(
                whole(cut),
                whole(&bytes),
                "{name}: a part passes for the whole"
            ),
        }
    }
}

#[test]
fn a_picture_of_65000_by_65000_is_refused_by_its_header() {
    let bomb = png(65_000, 65_000, 8, 2, &deflated_zeros(1 << 16));
    let limit = 12_000;
    let expected = IntakeError::PictureTooLarge {
        width: 65_000,
        height: 65_000,
        limit,
    };
    assert_eq!(refused(&bomb), expected);
    let mut jpeg = fixture("sound/quad.jpg");
    let frame = jpeg
        .windows(2)
        .position(|pair| pair == [0xff, 0xc0])
        .unwrap();
    jpeg[frame + 5..frame + 9].copy_from_slice(&[0xfd, 0xe8, 0xfd, 0xe8]);
    assert_eq!(refused(&jpeg), expected);
    let mut bitmap = fixture("sound/quad.bmp");
    bitmap[18..22].copy_from_slice(&65_000_u32.to_le_bytes());
    bitmap[22..26].copy_from_slice(&65_000_u32.to_le_bytes());
    assert_eq!(refused(&bitmap), expected);
    let fields = [
        (256, 4, 65_000),
        (257, 4, 65_000),
        (258, 3, 1),
        (259, 3, 4),
        (262, 3, 0),
        (273, 4, 8),
        (278, 4, 65_000),
        (279, 4, 4),
    ];
    let tiff = [b"II\x2a\0\x08\0\0\0".to_vec(), directory(&fields, 0)].concat();
    assert_eq!(refused(&tiff), expected);
}

#[test]
fn a_picture_within_the_sides_but_beyond_memory_is_refused() {
    let deep = png(12_000, 12_000, 16, 6, &deflated_zeros(1 << 16));
    assert!(matches!(
        refused(&deep),
        IntakeError::PictureTooLarge { width: 12_000, .. }
    ));
}

#[test]
fn a_heic_that_claims_too_many_pixels_is_refused_by_its_header() {
    let mut photo = fixture("sound/quad.heic");
    let size = photo.windows(4).position(|four| four == b"ispe").unwrap() + 8;
    photo[size..size + 8].copy_from_slice(&[0, 0, 0xfd, 0xe8, 0, 0, 0xfd, 0xe8]);
    assert!(matches!(
        refused(&photo),
        IntakeError::PictureTooLarge { width: 65_000, .. }
    ));
}

#[test]
fn a_tiff_whose_directories_run_in_a_circle_is_refused() {
    let fields = [
        (256, 3, 8),
        (257, 3, 8),
        (258, 3, 8),
        (262, 3, 1),
        (273, 4, 0),
        (279, 4, 64),
    ];
    let length = u32::try_from(directory(&fields, 0).len()).unwrap();
    let circle = [
        b"II\x2a\0\x08\0\0\0".to_vec(),
        directory(&fields, 8 + length),
        directory(&fields, 8),
    ];
    assert!(matches!(
        refused(&circle.concat()),
        IntakeError::FileDamaged(_)
    ));
}

#[test]
fn a_tiff_of_too_many_pages_is_refused() {
    let fields = [
        (256, 3, 8),
        (257, 3, 8),
        (258, 3, 8),
        (262, 3, 1),
        (273, 4, 0),
        (279, 4, 64),
    ];
    let length = u32::try_from(directory(&fields, 0).len()).unwrap();
    let mut file = b"II\x2a\0\x08\0\0\0".to_vec();
    for page in 0..300 {
        file.extend(directory(
            &fields,
            if page == 299 {
                0
            } else {
                8 + length * (page + 1)
            },
        ));
    }
    assert_eq!(
        refused(&file),
        IntakeError::TooManyPages {
            pages: 201,
            limit: 200
        }
    );
}

#[test]
fn a_jpeg_of_endless_scans_is_refused() {
    let jpeg = fixture("sound/quad-progressive.jpg");
    let scan = jpeg
        .windows(2)
        .rposition(|pair| pair == [0xff, 0xda])
        .unwrap();
    let end = jpeg.len() - 2;
    let endless = [&jpeg[..end], &jpeg[scan..end].repeat(1000), &jpeg[end..]].concat();
    assert!(matches!(refused(&endless), IntakeError::FileDamaged(_)));
}

#[test]
fn png_chunks_that_unpack_to_much_do_no_harm() {
    let mut file = fixture("sound/quad.png");
    let profile = [b"p\0\0".to_vec(), deflated_zeros(8 << 20)].concat();
    let text = [b"t\0\0".to_vec(), deflated_zeros(8 << 20)].concat();
    let bombs = [chunk(b"iCCP", &profile), chunk(b"zTXt", &text)].concat();
    file.splice(33..33, bombs);
    // Whether such a file is taken in is the decoder's choice; time and memory are not.
    let started = Instant::now();
    let _ = admit("a.png", &file, &Limits::default());
    assert!(started.elapsed() < Duration::from_secs(10));
}

#[test]
fn a_pdf_with_a_password_is_refused_under_every_cipher() {
    assert_eq!(
        refused(&fixture("nasty/password-aes256.pdf")),
        IntakeError::PdfNeedsPassword
    );
    assert_eq!(
        refused(&fixture("nasty/password-rc4.pdf")),
        IntakeError::PdfNeedsPassword
    );
}

#[test]
fn a_pdf_of_500_pages_is_refused_with_its_count() {
    let pages: Vec<_> = (0..500).map(|_| QUADRANTS).collect();
    assert_eq!(
        refused(&pdf(&pages, &[])),
        IntakeError::TooManyPages {
            pages: 500,
            limit: 200
        }
    );
    assert_eq!(refused(&pdf(&[], &[])), IntakeError::FileWithoutPages);
}

#[test]
fn a_pdf_whose_parts_unpack_beyond_the_limit_is_refused() {
    let limits = Limits {
        max_unpacked: 2 << 20,
        ..Limits::default()
    };
    let heavy = Err(IntakeError::FileTooHeavy { limit: 2 << 20 });
    let admit = |part| admit("a.pdf", &pdf(&[QUADRANTS], &[part]), &limits);
    let zeros = deflated_zeros(3 << 20);
    assert_eq!(admit(stream("/Filter /FlateDecode", &zeros)), heavy);
    assert_eq!(
        admit(stream(
            "/Filter /RunLengthDecode",
            &[129, 0].repeat(1 << 15)
        )),
        heavy
    );
    let hex: Vec<u8> = zeros
        .iter()
        .flat_map(|byte| format!("{byte:02x}").into_bytes())
        .collect();
    assert_eq!(
        admit(stream("/Filter [/ASCIIHexDecode /FlateDecode]", &hex)),
        heavy
    );
    // A directory of objects that is packed itself is refused before it is used.
    let objects = stream("/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", &zeros);
    assert_eq!(admit(objects), heavy);
    let fine = stream("/Filter /FlateDecode", &deflated_zeros(1 << 20));
    assert_eq!(admit(fine).unwrap().page_count(), 1);
}

#[test]
fn a_pdf_with_a_picture_of_65000_by_65000_is_refused() {
    let picture = stream(
        "/Type /XObject /Subtype /Image /Width 65000 /Height 65000 /BitsPerComponent 8 \
         /ColorSpace /DeviceRGB /Filter /DCTDecode",
        &fixture("sound/quad.jpg"),
    );
    let error = refused(&pdf(&[QUADRANTS], &[picture]));
    assert!(
        matches!(error, IntakeError::PictureTooLarge { width: 65_000, .. }),
        "{error}"
    );
}

#[test]
fn a_pdf_page_of_any_size_is_drawn_within_bounds() {
    for side in ["100000000", "0.0001", "-5"] {
        let entries = format!("/MediaBox [0 0 {side} {side}]");
        let file = pdf(
            &[Leaf {
                entries: &entries,
                contents: "0 0 9 9 re f",
            }],
            &[],
        );
        assert_eq!(
            admit("a.pdf", &file, &Limits::default())
                .unwrap()
                .page_count(),
            1,
            "{side}"
        );
        for view in [View::default(), View::whole(2000), View::whole(60_000)] {
            let page = page_image(&file, 1, &view, &Limits::default()).unwrap();
            assert!(page.width() * page.height() <= 18_100_000, "{side}");
        }
    }
}

#[test]
fn a_pdf_that_draws_forever_is_given_up() {
    // Ten forms, each drawing the next one sixteen times.
    let form = |n: usize| {
        let resources = format!("/Resources << /XObject << /X {} 0 R >> >>", n + 1);
        let entries = format!("/Type /XObject /Subtype /Form /BBox [0 0 96 64] {resources}");
        stream(&entries, "/X Do ".repeat(16).as_bytes())
    };
    let mut forms: Vec<_> = (3..13).map(form).collect();
    forms.push(stream(
        "/Type /XObject /Subtype /Form /BBox [0 0 96 64]",
        b"0 0 96 64 re f",
    ));
    let entries = "/MediaBox [0 0 96 64] /Resources << /XObject << /X 3 0 R >> >>";
    let file = pdf(
        &[Leaf {
            entries,
            contents: "/X Do",
        }],
        &forms,
    );
    let limits = Limits {
        max_time: Duration::from_millis(300),
        ..Limits::default()
    };
    let started = Instant::now();
    let drawn = page_image(&file, 1, &View::whole(500), &limits);
    assert_eq!(drawn, Err(IntakeError::PageTooSlow { seconds: 0 }));
    assert!(started.elapsed() < Duration::from_secs(5));
}
