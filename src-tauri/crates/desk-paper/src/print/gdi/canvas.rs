//! The sheet the driver is drawn on (a device context of GDI).

#![allow(
    unsafe_code,
    reason = "GDI is a C library; every call states what it relies on"
)]

use super::super::PrintError;
use super::pages::Drawn;
use super::settings::Settings;
use super::{refused, wide};
use windows::Win32::Graphics::Gdi::{
    BI_RGB, BITMAPINFO, BITMAPINFOHEADER, CreateDCW, DIB_RGB_COLORS, DeleteDC,
    GET_DEVICE_CAPS_INDEX, GetDeviceCaps, HALFTONE, HDC, LOGPIXELSX, LOGPIXELSY, PHYSICALOFFSETX,
    PHYSICALOFFSETY, SRCCOPY, SetStretchBltMode, StretchDIBits,
};
use windows::Win32::Storage::Xps::{AbortDoc, DOCINFOW, EndDoc, EndPage, StartDocW, StartPage};
use windows::core::{Error, PCWSTR, w};

/// Rows handed over at once; drivers choke on a whole page.
const BAND: usize = 512;

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
    pub(super) fn begin(&mut self, title: &str) -> Result<i32, PrintError> {
        let title = wide(title);
        let document = DOCINFOW {
            cbSize: i32::try_from(size_of::<DOCINFOW>()).unwrap_or_default(),
            lpszDocName: PCWSTR(title.as_ptr()),
            ..DOCINFOW::default()
        };
        // SAFETY: the title ends with a zero and outlives the call.
        let number = self.done(unsafe { StartDocW(self.context, &document) })?;
        self.begun = true;
        Ok(number)
    }

    /// Draws one page at its true size, from the corner of the sheet.
    pub(super) fn page(&mut self, page: &Drawn) -> Result<(), PrintError> {
        // SAFETY: the document is begun.
        self.done(unsafe { StartPage(self.context) })?;
        // SAFETY: the context is ours; on failure the driver keeps its own way of scaling.
        let _ = unsafe { SetStretchBltMode(self.context, HALFTONE) };
        let width = page.scaled(page.width, self.measure(LOGPIXELSX));
        let (left, top) = (
            -self.measure(PHYSICALOFFSETX),
            -self.measure(PHYSICALOFFSETY),
        );
        for first in (0..page.height).step_by(BAND) {
            let last = (first + BAND).min(page.height);
            let down = |row| page.scaled(row, self.measure(LOGPIXELSY));
            let place = [left, top + down(first), width, down(last) - down(first)];
            self.band(page, first..last, place)?;
        }
        // SAFETY: the page is begun.
        self.done(unsafe { EndPage(self.context) }).map(|_| ())
    }

    fn band(
        &self,
        page: &Drawn,
        rows: std::ops::Range<usize>,
        [left, top, width, height]: [i32; 4],
    ) -> Result<(), PrintError> {
        let pixels = |length: usize| i32::try_from(length).unwrap_or_default();
        let header = BITMAPINFOHEADER {
            biSize: u32::try_from(size_of::<BITMAPINFOHEADER>()).unwrap_or_default(),
            biWidth: pixels(page.width),
            // Negative: the first row is the topmost.
            biHeight: -pixels(rows.len()),
            biPlanes: 1,
            biBitCount: 24,
            biCompression: BI_RGB.0,
            ..BITMAPINFOHEADER::default()
        };
        let info = BITMAPINFO {
            bmiHeader: header,
            ..BITMAPINFO::default()
        };
        let count = pixels(rows.len());
        let bits = page.rows(rows);
        // SAFETY: the rows have the width, the depth and the number that the header states.
        let drawn = unsafe {
            StretchDIBits(
                self.context,
                left,
                top,
                width,
                height,
                0,
                0,
                pixels(page.width),
                count,
                Some(bits.as_ptr().cast()),
                &info,
                DIB_RGB_COLORS,
                SRCCOPY,
            )
        };
        self.done(drawn).map(|_| ())
    }

    /// Hands the document to the printer.
    pub(super) fn end(mut self) -> Result<(), PrintError> {
        // SAFETY: the document is begun and no page is open.
        let ended = unsafe { EndDoc(self.context) };
        self.done(ended)?;
        self.begun = false;
        Ok(())
    }

    fn measure(&self, what: GET_DEVICE_CAPS_INDEX) -> i32 {
        // SAFETY: the context is ours; the answer is a number.
        unsafe { GetDeviceCaps(Some(self.context), what) }
    }

    /// GDI answers zero or less when something went wrong.
    fn done(&self, answer: i32) -> Result<i32, PrintError> {
        if answer > 0 {
            Ok(answer)
        } else {
            Err(refused(&self.printer, &Error::from_thread()))
        }
    }
}
