//! What the errors of the spooler and of GDI mean.

#![allow(unsafe_code, reason = "the system keeps its last error for itself")]

use super::super::PrintError;
use windows::Win32::Foundation::{
    ERROR_ACCESS_DENIED, ERROR_BAD_NET_NAME, ERROR_BAD_NETPATH, ERROR_HOST_UNREACHABLE,
    ERROR_INVALID_PARAMETER, ERROR_INVALID_PRINTER_NAME, ERROR_NETWORK_UNREACHABLE,
    ERROR_PRINTER_DELETED, ERROR_SUCCESS, SetLastError, WIN32_ERROR,
};
use windows::core::Error;

/// `RPC_S_SERVER_UNAVAILABLE`: the spooler, here or on a print server, does not run.
const SERVER_UNAVAILABLE: WIN32_ERROR = WIN32_ERROR(1722);

/// What stands for the words of a driver that says nothing.
const NO_WORDS: &str = "—";

/// Makes a call that may fail without saying why, so that the words of an earlier
/// failure are not taken for its own.
pub(super) fn fresh<T>(call: impl FnOnce() -> T) -> T {
    // SAFETY: the number is this thread's own.
    unsafe { SetLastError(ERROR_SUCCESS) };
    call()
}

/// Why a call failed, for the person who wants to print.
pub(super) fn refused(printer: &str, error: &Error) -> PrintError {
    let printer = printer.to_owned();
    let is = |known: &[WIN32_ERROR]| known.iter().any(|one| error.code() == one.to_hresult());
    if is(&[ERROR_INVALID_PRINTER_NAME, ERROR_PRINTER_DELETED]) {
        return PrintError::PrinterUnknown { printer };
    }
    if is(&[ERROR_ACCESS_DENIED]) {
        return PrintError::PrinterForbids { printer };
    }
    // `\\server\printer` hangs on a network, every other name on this computer.
    let far = printer.starts_with(r"\\");
    if is(&[SERVER_UNAVAILABLE]) && !far {
        return PrintError::PrintSystemAbsent;
    }
    if is(&[
        SERVER_UNAVAILABLE,
        ERROR_BAD_NETPATH,
        ERROR_BAD_NET_NAME,
        ERROR_HOST_UNREACHABLE,
        ERROR_NETWORK_UNREACHABLE,
    ]) {
        return PrintError::PrinterUnreachable { printer };
    }
    let words = if error.code().is_err() {
        error.message()
    } else {
        // GDI often fails without saying why, and the system's words would be
        // "the operation completed successfully".
        String::new()
    };
    let answer = match words.trim() {
        "" => NO_WORDS.to_owned(),
        words => words.to_owned(),
    };
    PrintError::PrinterRefuses { printer, answer }
}

/// Whether the spooler says that it knows no job of that number; some say so
/// without a word.
pub(super) fn is_unknown_job(error: &Error) -> bool {
    error.code().is_ok() || error.code() == ERROR_INVALID_PARAMETER.to_hresult()
}

#[cfg(test)]
mod tests {
    use super::*;
    use windows::core::HRESULT;

    fn told(printer: &str, code: u32) -> PrintError {
        refused(printer, &Error::from(HRESULT::from_win32(code)))
    }

    #[test]
    fn a_printer_that_is_gone_off_or_forbidden_is_told_apart() {
        let printer = || "HP 3F".to_owned();
        assert_eq!(
            told("HP 3F", 1801),
            PrintError::PrinterUnknown { printer: printer() }
        );
        assert_eq!(
            told("HP 3F", 5),
            PrintError::PrinterForbids { printer: printer() }
        );
        assert_eq!(told("HP 3F", 1722), PrintError::PrintSystemAbsent);
        for code in [53, 67, 1231, 1232, 1722] {
            let printer = r"\\server\HP".to_owned();
            assert_eq!(
                told(r"\\server\HP", code),
                PrintError::PrinterUnreachable { printer }
            );
        }
        assert!(matches!(
            told("HP 3F", 1797),
            PrintError::PrinterRefuses { answer, .. } if answer != NO_WORDS
        ));
    }

    #[test]
    fn the_words_of_an_earlier_failure_are_forgotten() {
        // SAFETY: the number is this thread's own.
        unsafe { SetLastError(ERROR_ACCESS_DENIED) };
        assert!(fresh(|| Error::from_thread().code().is_ok()));
    }

    #[test]
    fn a_failure_without_words_is_not_called_a_success() {
        let answer = NO_WORDS.to_owned();
        let printer = "HP 3F".to_owned();
        assert_eq!(
            told("HP 3F", 0),
            PrintError::PrinterRefuses { printer, answer }
        );
    }
}
