//! The numbers that WIA and COM fail with (wiadef.h, winerror.h), in the words
//! of this house.

use super::super::ScanError;

const WIA: u32 = 0x8021_0000;
const PAPER_JAM: u32 = WIA + 0x02;
const PAPER_EMPTY: u32 = WIA + 0x03;
const PAPER_PROBLEM: u32 = WIA + 0x04;
const OFFLINE: u32 = WIA + 0x05;
const BUSY: u32 = WIA + 0x06;
const WARMING_UP: u32 = WIA + 0x07;
const ITEM_DELETED: u32 = WIA + 0x09;
const DEVICE_COMMUNICATION: u32 = WIA + 0x0a;
const INVALID_COMMAND: u32 = WIA + 0x0b;
const INCORRECT_HARDWARE_SETTING: u32 = WIA + 0x0c;
const DEVICE_LOCKED: u32 = WIA + 0x0d;
const EXCEPTION_IN_DRIVER: u32 = WIA + 0x0e;
const INVALID_DRIVER_RESPONSE: u32 = WIA + 0x0f;
const COVER_OPEN: u32 = WIA + 0x10;
const NETWORK_RESERVATION_FAILED: u32 = WIA + 0x13;
const MULTI_FEED: u32 = WIA + 0x14;
const NO_DEVICE_AVAILABLE: u32 = WIA + 0x15;

const ACCESS_DENIED: u32 = 0x8007_0005;
const INVALID_ARGUMENT: u32 = 0x8007_0057;
const NOT_FOUND: u32 = 0x8007_0490;
const CLASS_NOT_REGISTERED: u32 = 0x8004_0154;
const SERVICE_DISABLED: u32 = 0x8007_0422;
const RPC_SERVER_FAULT: u32 = 0x8001_0105;
const RPC_DISCONNECTED: u32 = 0x8001_0108;
const RPC_SERVER_UNAVAILABLE: u32 = 0x8007_06ba;
const RPC_CALL_FAILED: u32 = 0x8007_06be;

/// Why a call failed.
pub(super) fn trouble(code: i32) -> ScanError {
    let number = code.cast_unsigned();
    match number {
        BUSY | DEVICE_LOCKED | WARMING_UP | NETWORK_RESERVATION_FAILED => ScanError::Busy,
        PAPER_EMPTY => ScanError::NoPaper,
        PAPER_JAM | PAPER_PROBLEM | MULTI_FEED => ScanError::Jam,
        COVER_OPEN => ScanError::CoverOpen,
        OFFLINE | DEVICE_COMMUNICATION => ScanError::Offline,
        ITEM_DELETED | NO_DEVICE_AVAILABLE | NOT_FOUND => ScanError::DeviceUnknown,
        INVALID_COMMAND | INCORRECT_HARDWARE_SETTING | INVALID_ARGUMENT => {
            ScanError::Refused(shown(number))
        }
        // The service drives the drivers; if one takes it along, both are gone.
        EXCEPTION_IN_DRIVER | RPC_SERVER_FAULT | RPC_DISCONNECTED | RPC_CALL_FAILED => {
            ScanError::DriverCrashed
        }
        INVALID_DRIVER_RESPONSE => ScanError::AnswerUnclear(shown(number)),
        ACCESS_DENIED => ScanError::Denied,
        CLASS_NOT_REGISTERED | SERVICE_DISABLED | RPC_SERVER_UNAVAILABLE => {
            ScanError::DriverAbsent(shown(number))
        }
        other => ScanError::Io(shown(other)),
    }
}

/// Why a device of that name cannot be opened: WIA calls a name that it never
/// gave out an invalid argument.
pub(super) fn unopened(code: i32) -> ScanError {
    match trouble(code) {
        ScanError::Refused(_) => ScanError::DeviceUnknown,
        other => other,
    }
}

fn shown(number: u32) -> String {
    format!("{number:#010x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(number: u32) -> ScanError {
        trouble(number.cast_signed())
    }

    #[test]
    fn every_fault_of_paper_and_device_is_told_as_such() {
        for (number, fault) in [
            (PAPER_EMPTY, ScanError::NoPaper),
            (PAPER_JAM, ScanError::Jam),
            (MULTI_FEED, ScanError::Jam),
            (COVER_OPEN, ScanError::CoverOpen),
            (BUSY, ScanError::Busy),
            (DEVICE_LOCKED, ScanError::Busy),
            (OFFLINE, ScanError::Offline),
            (NO_DEVICE_AVAILABLE, ScanError::DeviceUnknown),
            (EXCEPTION_IN_DRIVER, ScanError::DriverCrashed),
            (RPC_CALL_FAILED, ScanError::DriverCrashed),
            (ACCESS_DENIED, ScanError::Denied),
        ] {
            assert_eq!(told(number), fault, "{number:#x}");
        }
        assert_eq!(
            told(CLASS_NOT_REGISTERED),
            ScanError::DriverAbsent("0x80040154".to_owned())
        );
        assert_eq!(told(WIA + 1), ScanError::Io("0x80210001".to_owned()));
    }

    #[test]
    fn a_name_that_was_never_given_out_is_no_fault_of_the_settings() {
        let number = INVALID_ARGUMENT.cast_signed();
        assert_eq!(unopened(number), ScanError::DeviceUnknown);
        assert!(matches!(trouble(number), ScanError::Refused(_)));
        assert_eq!(unopened(BUSY.cast_signed()), ScanError::Busy);
    }

    #[cfg(windows)]
    #[test]
    fn the_numbers_are_those_of_windows() {
        use windows::Win32::Devices::ImageAcquisition as wia;
        use windows::Win32::Foundation as system;

        for (ours, theirs) in [
            (PAPER_JAM, wia::WIA_ERROR_PAPER_JAM),
            (PAPER_EMPTY, wia::WIA_ERROR_PAPER_EMPTY),
            (PAPER_PROBLEM, wia::WIA_ERROR_PAPER_PROBLEM),
            (OFFLINE, wia::WIA_ERROR_OFFLINE),
            (BUSY, wia::WIA_ERROR_BUSY),
            (WARMING_UP, wia::WIA_ERROR_WARMING_UP),
            (ITEM_DELETED, wia::WIA_ERROR_ITEM_DELETED),
            (DEVICE_COMMUNICATION, wia::WIA_ERROR_DEVICE_COMMUNICATION),
            (INVALID_COMMAND, wia::WIA_ERROR_INVALID_COMMAND),
            (
                INCORRECT_HARDWARE_SETTING,
                wia::WIA_ERROR_INCORRECT_HARDWARE_SETTING,
            ),
            (DEVICE_LOCKED, wia::WIA_ERROR_DEVICE_LOCKED),
            (EXCEPTION_IN_DRIVER, wia::WIA_ERROR_EXCEPTION_IN_DRIVER),
            (
                INVALID_DRIVER_RESPONSE,
                wia::WIA_ERROR_INVALID_DRIVER_RESPONSE,
            ),
            (COVER_OPEN, wia::WIA_ERROR_COVER_OPEN),
            (
                NETWORK_RESERVATION_FAILED,
                wia::WIA_ERROR_NETWORK_RESERVATION_FAILED,
            ),
            (MULTI_FEED, wia::WIA_ERROR_MULTI_FEED),
            (NO_DEVICE_AVAILABLE, wia::WIA_S_NO_DEVICE_AVAILABLE),
            (ACCESS_DENIED, system::E_ACCESSDENIED),
            (INVALID_ARGUMENT, system::E_INVALIDARG),
            (NOT_FOUND, system::ERROR_NOT_FOUND.to_hresult()),
            (CLASS_NOT_REGISTERED, system::REGDB_E_CLASSNOTREG),
            (
                SERVICE_DISABLED,
                system::ERROR_SERVICE_DISABLED.to_hresult(),
            ),
            (RPC_SERVER_FAULT, system::RPC_E_SERVERFAULT),
            (RPC_DISCONNECTED, system::RPC_E_DISCONNECTED),
        ] {
            assert_eq!(ours.cast_signed(), theirs.0, "{ours:#x}");
        }
    }
}
