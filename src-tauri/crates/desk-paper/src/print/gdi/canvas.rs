//! The sheet the driver is drawn on (a device context of GDI).

#![allow(
    unsafe_code,
    reason = "GDI is a C library; every call states what it relies on"
)]

use super::super::{JobId, PrintError};
use super::fault::{fresh, refused};
use super::pages::{Band, Drawn};
use super::settings::Settings;
use super::wide;
use windows::Win32::Graphics::Gdi::{
    BI_RGB, BITMAPINFO, BITMAPINFOHEADER, CreateDCW, DIB_RGB_COLORS, DeleteDC,
    GET_DEVICE_CAPS_INDEX, GetDeviceCaps, HALFTONE, HDC, LOGPIXELSX, LOGPIXELSY, PHYSICALOFFSETX,
    PHYSICALOFFSETY, RGBQUAD, SRCCOPY, SetStretchBltMode, StretchDIBits,
};
use windows::Win32::Storage::Xps::{AbortDoc, DOCINFOW, EndDoc, EndPage, StartDocW, StartPage};
use windows::core::{Error, PCWSTR, w};

/// A picture's description, with the colours it counts by.
#[repr(C)]
struct Description {
    header: BITMAPINFOHEADER,
    greys: [RGBQUAD; 256],
}

/// A document being drawn; given up unless it is ended.
pub(super) struct Canvas {
    context: HDC,
    printer: String,
    begun: bool,
}

impl Drop for Canvas {
    fn drop(&mut self) {
        // SAFETY: the context was created and is deleted once.
        unsafe {
            if self.begun {
                AbortDoc(self.context);
            }
            let _ = DeleteDC(self.context);
        }
    }
}

impl Canvas {
    pub(super) fn open(printer: &str, settings: &Settings) -> Result<Self, PrintError> {
        let name = wide(printer);
        // SAFETY: the name ends with a zero; the settings are the driver's own.
        let context = unsafe {
            CreateDCW(
                w!("WINSPOOL"),
                PCWSTR(name.as_ptr()),
                None,
                Some(settings.record()),
            )
        };
        if context.is_invalid() {
            return Err(refused(printer, &Error::from_thread()));
        }
        Ok(Self {
            context,
            printer: printer.to_owned(),
            begun: false,
        })
    }

    /// Dots per inch, across.
    pub(super) fn dpi(&self) -> i32 {
        self.measure(LOGPIXELSX)
    }

    /// Begins the document; the spooler's number for it.
    pub(super) fn begin(&mut self, title: &str) -> Result<JobId, PrintError> {
        let title = wide(title);
        let document = DOCINFOW {
            cbSize: i32::try_from(size_of::<DOCINFOW>()).unwrap_or_default(),
            lpszDocName: PCWSTR(title.as_ptr()),
            ..DOCINFOW::default()
        };
        // SAFETY: the title ends with a zero and outlives the call.
        let number = self.done(|| unsafe { StartDocW(self.context, &document) })?;
        self.begun = true;
        Ok(JobId(number))
    }

    /// Draws one page at its true size, from the corner of the sheet.
    pub(super) fn page(&mut self, page: &Drawn) -> Result<(), PrintError> {
        // SAFETY: the document is begun.
        self.done(|| unsafe { StartPage(self.context) })?;
        // SAFETY: the context is ours; on failure the driver keeps its own way of scaling.
        let _ = unsafe { SetStretchBltMode(self.context, HALFTONE) };
        page.bands().try_for_each(|band| self.band(page, &band))?;
        // SAFETY: the page is begun.
        self.done(|| unsafe { EndPage(self.context) }).map(|_| ())
    }

    fn band(&self, page: &Drawn, band: &Band) -> Result<(), PrintError> {
        let across = |column| page.scaled(column, self.measure(LOGPIXELSX));
        let down = |row| page.scaled(row, self.measure(LOGPIXELSY));
        let (left, top) = (across(band.columns.start), down(band.rows.start));
        let (columns, rows) = (length(&band.columns), length(&band.rows));
        let description = describe(columns, rows, band.is_grey);
        // SAFETY: the rows have the width, the depth and the number that the
        // description states, and the greys follow its header.
        self.done(|| unsafe {
            StretchDIBits(
                self.context,
                left - self.measure(PHYSICALOFFSETX),
                top - self.measure(PHYSICALOFFSETY),
                across(band.columns.end) - left,
                down(band.rows.end) - top,
                0,
                0,
                columns,
                rows,
                Some(band.bits.as_ptr().cast()),
                (&raw const description).cast::<BITMAPINFO>(),
                DIB_RGB_COLORS,
                SRCCOPY,
            )
        })
        .map(|_| ())
    }

    /// Hands the document to the printer.
    pub(super) fn end(mut self) -> Result<(), PrintError> {
        // SAFETY: the document is begun and no page is open.
        self.done(|| unsafe { EndDoc(self.context) })?;
        self.begun = false;
        Ok(())
    }

    fn measure(&self, what: GET_DEVICE_CAPS_INDEX) -> i32 {
        // SAFETY: the context is ours; the answer is a number.
        unsafe { GetDeviceCaps(Some(self.context), what) }
    }

    /// GDI answers zero or less when something went wrong.
    fn done(&self, call: impl FnOnce() -> i32) -> Result<i32, PrintError> {
        let answer = fresh(call);
        if answer > 0 {
            Ok(answer)
        } else {
            Err(refused(&self.printer, &Error::from_thread()))
        }
    }
}

fn length(range: &std::ops::Range<usize>) -> i32 {
    i32::try_from(range.len()).unwrap_or_default()
}

fn describe(columns: i32, rows: i32, is_grey: bool) -> Description {
    let header = BITMAPINFOHEADER {
        biSize: u32::try_from(size_of::<BITMAPINFOHEADER>()).unwrap_or_default(),
        biWidth: columns,
        // Negative: the first row is the topmost.
        biHeight: -rows,
        biPlanes: 1,
        biBitCount: if is_grey { 8 } else { 24 },
        biCompression: BI_RGB.0,
        ..BITMAPINFOHEADER::default()
    };
    let greys = std::array::from_fn(|n| {
        let grey = u8::try_from(n).unwrap_or(u8::MAX);
        RGBQUAD {
            rgbBlue: grey,
            rgbGreen: grey,
            rgbRed: grey,
            rgbReserved: 0,
        }
    });
    Description { header, greys }
}
