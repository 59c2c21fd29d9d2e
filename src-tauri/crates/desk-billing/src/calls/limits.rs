//! How much of this computer a carrier's file may use.

/// Bounds for one file. The default is what the office uses; tests tighten it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Largest text or `.xlsx` file, in bytes; these are streamed.
    pub max_bytes: u64,
    /// Largest `.xls` or HTML file, in bytes; an `.xls` is held in memory, and
    /// a comment of an HTML page can be as long as the page.
    pub max_held_bytes: u64,
    /// Most bytes all parts of an `.xlsx` may unpack to.
    pub max_unpacked: u64,
    /// How many times larger than the file its unpacked parts may be.
    pub max_ratio: u64,
    /// Longest run of text between two tags of XML or HTML, in bytes.
    pub max_run: usize,
    /// Longest line of a text file, in bytes of UTF-8.
    pub max_line: usize,
    /// Most columns of a row.
    pub max_columns: usize,
    /// Longest text in a cell, in bytes of UTF-8.
    pub max_cell: usize,
    /// Most rows of a file, all sheets together.
    pub max_rows: u64,
    /// Most sheets of a workbook, or tables of a page.
    pub max_sheets: usize,
    /// Most cells the sheets of an `.xls` may span, gaps included.
    pub max_spanned: u64,
    /// How many tables may stand inside one another on an HTML page.
    pub max_depth: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            max_bytes: 2 * 1024 * 1024 * 1024,
            max_held_bytes: 128 * 1024 * 1024,
            max_unpacked: 4 * 1024 * 1024 * 1024,
            max_ratio: 200,
            max_run: 1024 * 1024,
            max_line: 64 * 1024,
            max_columns: 256,
            max_cell: 8 * 1024,
            max_rows: 10_000_000,
            max_sheets: 64,
            max_spanned: 8_000_000,
            max_depth: 8,
        }
    }
}
