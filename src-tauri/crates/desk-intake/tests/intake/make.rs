//! Files for the tests, drawn or written byte by byte.

use desk_intake::{Limits, PageImage, View, page_image};
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ImageEncoder, RgbImage};
use std::path::PathBuf;

pub const RED: [u8; 3] = [208, 32, 32];
pub const GREEN: [u8; 3] = [32, 160, 32];
pub const BLUE: [u8; 3] = [32, 64, 192];
pub const WHITE: [u8; 3] = [255; 3];
pub const BLACK: [u8; 3] = [0; 3];

pub fn fixture(name: &str) -> Vec<u8> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures")
        .join(name);
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

pub fn sound() -> Vec<(String, Vec<u8>)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/sound");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap())
        .map(|entry| {
            (
                entry.file_name().into_string().unwrap(),
                std::fs::read(entry.path()).unwrap(),
            )
        })
        .collect();
    files.sort();
    files
}

pub fn whole(bytes: &[u8]) -> PageImage {
    page_image(bytes, 1, &View::default(), &Limits::default()).unwrap()
}

/// Whether a colour is what it should be, give or take what codings lose.
pub fn close(found: [u8; 3], expected: [u8; 3]) -> bool {
    found.iter().zip(expected).all(|(a, b)| a.abs_diff(b) <= 14)
}

/// The colour at a place given in parts of width and height.
pub fn at(picture: &RgbImage, x: f64, y: f64) -> [u8; 3] {
    let place = |part: f64, length: u32| ((part * f64::from(length)) as u32).min(length - 1);
    picture
        .get_pixel(place(x, picture.width()), place(y, picture.height()))
        .0
}

/// A JPEG file with an EXIF block that states an orientation.
pub fn with_orientation(jpeg: &[u8], orientation: u8) -> Vec<u8> {
    let mut exif = b"Exif\0\0II\x2a\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0".to_vec();
    exif.extend([orientation, 0, 0, 0, 0, 0, 0, 0]);
    let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
    [&jpeg[..2], &[0xff, 0xe1], &length, &exif, &jpeg[2..]].concat()
}

/// A page of a PDF: its entries beside type, parent and contents, and its contents.
pub struct Leaf<'a> {
    pub entries: &'a str,
    pub contents: &'a str,
}

pub const QUADRANTS: Leaf<'_> = Leaf {
    entries: "/MediaBox [0 0 96 64]",
    contents: "0.816 0.125 0.125 rg 0 32 48 32 re f 0.125 0.627 0.125 rg 48 32 48 32 re f \
               0.125 0.251 0.753 rg 0 0 48 32 re f 0 g 66 12 12 8 re f",
};

/// A PDF of these pages and these further objects, which begin at number 3.
pub fn pdf(pages: &[Leaf<'_>], further: &[Vec<u8>]) -> Vec<u8> {
    let first = 3 + further.len();
    let kids: String = (0..pages.len())
        .map(|n| format!("{} 0 R ", first + 2 * n))
        .collect();
    let mut objects = vec![
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        format!("<< /Type /Pages /Count {} /Kids [{kids}] >>", pages.len()).into_bytes(),
    ];
    objects.extend(further.iter().cloned());
    for (n, page) in pages.iter().enumerate() {
        let contents = first + 2 * n + 1;
        objects.push(
            format!(
                "<< /Type /Page /Parent 2 0 R {} /Contents {contents} 0 R >>",
                page.entries
            )
            .into_bytes(),
        );
        objects.push(stream("", page.contents.as_bytes()));
    }
    assemble(&objects)
}

pub fn stream(entries: &str, body: &[u8]) -> Vec<u8> {
    let head = format!("<< {entries} /Length {} >>\nstream\n", body.len());
    [head.as_bytes(), body, b"\nendstream"].concat()
}

fn assemble(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut file = b"%PDF-1.7\n".to_vec();
    let mut table = String::from("0000000000 65535 f \n");
    for (n, object) in objects.iter().enumerate() {
        table += &format!("{:010} 00000 n \n", file.len());
        file.extend(format!("{} 0 obj\n", n + 1).bytes());
        file.extend(object);
        file.extend(b"\nendobj\n");
    }
    let (size, start) = (objects.len() + 1, file.len());
    let tail = format!(
        "xref\n0 {size}\n{table}trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    );
    file.extend(tail.bytes());
    file
}

/// A PNG chunk with its checksum.
pub fn chunk(kind: &[u8; 4], body: &[u8]) -> Vec<u8> {
    let checked = [kind.as_slice(), body].concat();
    let length = u32::try_from(body.len()).unwrap().to_be_bytes();
    [&length[..], &checked, &crc(&checked).to_be_bytes()].concat()
}

/// A PNG file of this size, colour type and depth around compressed data.
pub fn png(width: u32, height: u32, depth: u8, color: u8, packed: &[u8]) -> Vec<u8> {
    let head = [
        &width.to_be_bytes()[..],
        &height.to_be_bytes(),
        &[depth, color, 0, 0, 0],
    ]
    .concat();
    let signature = b"\x89PNG\r\n\x1a\n".to_vec();
    [
        signature,
        chunk(b"IHDR", &head),
        chunk(b"IDAT", packed),
        chunk(b"IEND", &[]),
    ]
    .concat()
}

fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            if crc & 1 == 1 {
                crc >> 1 ^ 0xedb8_8320
            } else {
                crc >> 1
            }
        })
    })
}

/// This many zeros, deflated.
pub fn deflated_zeros(count: u64) -> Vec<u8> {
    use std::io::{Read, Write};
    let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    let mut zeros = std::io::repeat(0).take(count);
    let mut block = vec![0; 1 << 20];
    loop {
        let read = zeros.read(&mut block).unwrap();
        if read == 0 {
            return packer.finish().unwrap();
        }
        packer.write_all(&block[..read]).unwrap();
    }
}

/// One directory of a little-endian TIFF: short or long fields, then the next one's place.
pub fn directory(fields: &[(u16, u16, u32)], next: u32) -> Vec<u8> {
    let mut bytes = u16::try_from(fields.len()).unwrap().to_le_bytes().to_vec();
    for (tag, kind, value) in fields {
        bytes.extend(tag.to_le_bytes());
        bytes.extend(kind.to_le_bytes());
        bytes.extend(1_u32.to_le_bytes());
        bytes.extend(value.to_le_bytes());
    }
    bytes.extend(next.to_le_bytes());
    bytes
}

/// A picture as a page, pixel for pixel.
pub fn page_of(picture: &RgbImage) -> PageImage {
    let mut file = Vec::new();
    let (packing, filter) = (CompressionType::Uncompressed, FilterType::NoFilter);
    PngEncoder::new_with_quality(&mut file, packing, filter)
        .write_image(
            picture.as_raw(),
            picture.width(),
            picture.height(),
            image::ExtendedColorType::Rgb8,
        )
        .unwrap();
    whole(&file)
}
