//! The source as the desk uses it: against what this Windows has, and against
//! scanners that stand in.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot set itself up has failed"
)]

use super::super::{
    Cancel, Colour, Event, Feed, ImageSource, Resolutions, ScanError, ScanLimits, ScanSettings,
    ScannedPage, SheetSize, SourceKind,
};
use super::Wia;
use super::simulator::{Device, GLASS, Registry, STACK, UNPLUGGED};
use crate::{Limits, Media, admit};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use windows::Win32::Devices::ImageAcquisition::{
    IWiaDevMgr2, WIA_ERROR_PAPER_EMPTY, WIA_ERROR_PAPER_JAM, WIA_IPA_DATATYPE,
    WIA_IPS_DOCUMENT_HANDLING_SELECT, WIA_IPS_XEXTENT, WIA_IPS_XRES, WIA_IPS_YEXTENT,
};
use windows::Win32::Foundation::S_OK;
use windows::core::HRESULT;

const A4_300: ScanSettings = ScanSettings {
    feed: Feed::Feeder,
    dpi: 300,
    colour: Colour::Colour,
    size: SheetSize::A4,
};

fn hurried() -> ScanLimits {
    let mut limits = ScanLimits::default();
    limits.pace.silence = Duration::from_secs(5);
    limits.pace.grace = Duration::from_millis(300);
    limits
}

fn stack(pages: u32, ends_with: HRESULT) -> Device {
    Device {
        id: STACK,
        name: "一楼扫描仪",
        kind: 1,
        feeder: true,
        pages,
        ends_with,
        tells_ends: true,
        ..Device::default()
    }
}

/// The devices of the test that runs; one at a time, for a source asks on a
/// thread of its own.
static PLUGGED: Mutex<Vec<Arc<Device>>> = Mutex::new(Vec::new());
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

fn registry() -> Result<IWiaDevMgr2, ScanError> {
    let devices = PLUGGED.lock().unwrap().clone();
    Ok(Registry { devices }.into())
}

/// Does something with devices plugged in.
fn with<T>(devices: Vec<Device>, work: impl FnOnce(&Wia, &[Arc<Device>]) -> T) -> T {
    let _alone = ONE_AT_A_TIME
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner);
    let devices: Vec<_> = devices.into_iter().map(Arc::new).collect();
    PLUGGED.lock().unwrap().clone_from(&devices);
    work(&Wia::of(registry, hurried()), &devices)
}

fn scan(wia: &Wia, settings: &ScanSettings) -> (Result<u32, ScanError>, Vec<ScannedPage>) {
    let mut pages = Vec::new();
    let mut on = |event| {
        if let Event::Page(page) = event {
            pages.push(page);
        }
    };
    let outcome = wia.scan(STACK, settings, &Cancel::new(), &mut on);
    (outcome, pages)
}

#[test]
fn this_windows_lists_its_scanners_or_says_that_it_drives_none() {
    let wia = Wia::new(hurried());
    match wia.devices(&Cancel::new()) {
        Ok(devices) => assert!(devices.iter().all(|one| one.kind == SourceKind::Wia)),
        Err(ScanError::DriverAbsent(number)) => assert!(number.starts_with("0x"), "{number}"),
        Err(other) => panic!("{other:?}"),
    }
    let nobody = [
        wia.capabilities(UNPLUGGED).err(),
        wia.scan(UNPLUGGED, &A4_300, &Cancel::new(), &mut |_| {})
            .err(),
    ];
    for error in nobody {
        let told = error.expect("there is no such device");
        let known = matches!(told, ScanError::DeviceUnknown | ScanError::DriverAbsent(_));
        assert!(known, "{told:?}");
    }
}

#[test]
fn scanners_are_listed_and_cameras_are_not() {
    let camera = Device {
        id: GLASS,
        name: "摄像头",
        kind: 2,
        ..Device::default()
    };
    with(vec![camera, stack(0, S_OK)], |wia, _| {
        let found = wia.devices(&Cancel::new()).unwrap();
        let names: Vec<_> = found.iter().map(|one| one.name.as_str()).collect();
        assert_eq!(names, ["一楼扫描仪"]);
        assert_eq!(found[0].id, STACK);
    });
    with(Vec::new(), |wia, _| {
        assert_eq!(wia.devices(&Cancel::new()), Ok(Vec::new()));
    });
}

#[test]
fn a_device_that_is_gone_or_was_never_there_is_unknown() {
    with(vec![stack(1, S_OK)], |wia, _| {
        for device in [UNPLUGGED, "escl:192.0.2.1", ""] {
            let told = wia.capabilities(device);
            assert_eq!(told, Err(ScanError::DeviceUnknown), "{device:?}");
            let scanned = wia.scan(device, &A4_300, &Cancel::new(), &mut |_| {});
            assert_eq!(scanned, Err(ScanError::DeviceUnknown), "{device:?}");
        }
    });
}

#[test]
fn what_a_device_can_do_is_read_from_its_properties() {
    let glass = Device {
        id: GLASS,
        feeder: false,
        ..stack(1, S_OK)
    };
    with(vec![glass, stack(1, S_OK)], |wia, _| {
        let able = wia.capabilities(STACK).unwrap();
        let feeds: Vec<_> = able.feeds.iter().map(|one| one.feed).collect();
        assert_eq!(feeds, [Feed::Flatbed, Feed::Feeder, Feed::Duplex]);
        let feeder = able.of(Feed::Feeder).unwrap();
        assert_eq!(feeder.resolutions, Resolutions::Listed(vec![150, 300, 600]));
        assert_eq!(feeder.colours.len(), 3);
        let largest = feeder.largest.unwrap();
        assert_eq!((largest.width, largest.height), (2159, 2971));
        let able = wia.capabilities(GLASS).unwrap();
        let feeds: Vec<_> = able.feeds.iter().map(|one| one.feed).collect();
        assert_eq!(feeds, [Feed::Flatbed]);
    });
}

#[test]
fn a_stack_is_scanned_page_by_page_and_its_end_is_no_fault() {
    for ends_with in [S_OK, WIA_ERROR_PAPER_EMPTY] {
        with(vec![stack(3, ends_with)], |wia, devices| {
            let duplex = ScanSettings {
                feed: Feed::Duplex,
                ..A4_300
            };
            let (outcome, pages) = scan(wia, &duplex);
            assert_eq!((outcome, pages.len()), (Ok(6), 6));
            for (n, page) in (1..).zip(&pages) {
                assert_eq!(
                    (page.number, page.media, page.dpi),
                    (n, Media::Png, Some(300))
                );
                let admitted = admit(&page.name, &page.bytes, &Limits::default());
                assert!(admitted.is_ok(), "{}", page.name);
                let picture = image::load_from_memory(&page.bytes).unwrap().to_luma8();
                let grey = u8::try_from(n * 10).unwrap();
                assert_eq!(
                    (picture.dimensions(), picture[(7, 7)].0),
                    ((40, 60), [grey])
                );
            }
            let told = devices[0].written.lock().unwrap();
            assert_eq!(told[&WIA_IPS_XRES], 300);
            assert_eq!(told[&WIA_IPA_DATATYPE], 3);
            assert_eq!(told[&WIA_IPS_DOCUMENT_HANDLING_SELECT], 4);
            assert!(
                !told.contains_key(&WIA_IPS_XEXTENT),
                "the feeder refused it"
            );
        });
    }
}

#[test]
fn the_glass_is_scanned_as_large_as_it_was_asked() {
    with(vec![stack(3, S_OK)], |wia, devices| {
        let glass = ScanSettings {
            feed: Feed::Flatbed,
            colour: Colour::Grey,
            ..A4_300
        };
        let (outcome, pages) = scan(wia, &glass);
        assert_eq!((outcome, pages.len()), (Ok(1), 1));
        let told = devices[0].written.lock().unwrap();
        assert_eq!(
            (told[&WIA_IPS_XEXTENT], told[&WIA_IPS_YEXTENT]),
            (2480, 3507)
        );
        assert_eq!(told[&WIA_IPA_DATATYPE], 2);
    });
}

#[test]
fn a_driver_that_tells_no_page_ends_loses_none() {
    let silent = Device {
        tells_ends: false,
        ..stack(3, S_OK)
    };
    with(vec![silent], |wia, _| {
        let (outcome, pages) = scan(wia, &A4_300);
        assert_eq!((outcome, pages.len()), (Ok(3), 3));
    });
}

#[test]
fn a_jam_keeps_the_pages_before_it_and_an_empty_feeder_is_told() {
    with(vec![stack(2, WIA_ERROR_PAPER_JAM)], |wia, _| {
        let (outcome, pages) = scan(wia, &A4_300);
        assert_eq!((outcome, pages.len()), (Err(ScanError::Jam), 2));
    });
    with(vec![stack(0, WIA_ERROR_PAPER_EMPTY)], |wia, _| {
        assert_eq!(scan(wia, &A4_300), (Err(ScanError::NoPaper), Vec::new()));
    });
}

#[test]
fn settings_that_a_device_refuses_are_told() {
    with(vec![stack(1, S_OK)], |wia, _| {
        let fine = ScanSettings { dpi: 77, ..A4_300 };
        let (outcome, _) = scan(wia, &fine);
        assert_eq!(outcome, Err(ScanError::Refused("0x80070057".to_owned())));
    });
}

#[test]
fn a_scan_is_cancelled_between_pages_and_while_its_driver_hangs() {
    let hanging = Device {
        hangs: true,
        ..stack(1, S_OK)
    };
    for device in [stack(20, S_OK), hanging] {
        with(vec![device], |wia, _| {
            let cancel = Cancel::new();
            let mut pages = 0;
            let started = Instant::now();
            let outcome = wia.scan(STACK, &A4_300, &cancel, &mut |event| {
                if let Event::Page(_) = event {
                    pages += 1;
                    cancel.cancel();
                }
            });
            assert_eq!(outcome, Err(ScanError::Cancelled));
            assert!((1..=3).contains(&pages), "{pages} pages");
            assert!(started.elapsed() < Duration::from_secs(4));
        });
    }
}

#[test]
fn a_driver_that_hangs_is_given_up() {
    let hanging = Device {
        hangs: true,
        ..stack(1, S_OK)
    };
    with(vec![hanging], |_, _| {
        let mut limits = hurried();
        limits.pace.silence = Duration::from_millis(200);
        let (outcome, pages) = scan(&Wia::of(registry, limits), &A4_300);
        assert_eq!(outcome, Err(ScanError::DriverSilent { seconds: 0 }));
        assert_eq!(pages.len(), 1, "what came before is kept");
    });
}
