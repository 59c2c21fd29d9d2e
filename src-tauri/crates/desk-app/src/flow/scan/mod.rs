//! Scanning into the tray of an order: devices, one scan at a time, its pages
//! filed while the rest still comes. Refuses a second scan while one runs.

mod dto;
mod running;

pub use dto::*;
pub(crate) use running::Running;

use crate::desk::Desk;
use crate::failure::{Failure, Situation};
use crate::flow::order;
use crate::flow::setting::{self, ScanHabit};
use desk_domain::staff::Permission;
use desk_intake::source::{
    Cancel, Capabilities, Device, ImageSource, Scan, ScanError, SourceConfig, SourceKind, sane,
    sources,
};
use desk_store::OrderId;
use std::sync::Arc;
use std::thread;

/// The devices that can be seen now. Takes seconds: networks are slow to answer.
///
/// # Errors
/// Only who takes orders may scan.
pub fn devices(desk: &Desk, (): ()) -> Result<ScanDevices, Failure> {
    let (settings, habit) = settings(desk)?;
    let sources = sources(&config(&settings, false))?;
    let looks = thread::scope(|scope| {
        let looking: Vec<_> = sources
            .iter()
            .map(|source| scope.spawn(|| source.devices(&Cancel::new())))
            .collect();
        let seen = looking.into_iter().map(|look| look.join());
        seen.map(|look| look.unwrap_or(Err(ScanError::DriverCrashed)))
            .collect::<Vec<_>>()
    });
    let mut answer = ScanDevices {
        devices: Vec::new(),
        troubles: Vec::new(),
        last: habit.device,
        profile: habit.profile,
    };
    for look in looks {
        match look {
            Ok(devices) => answer.devices.extend(devices.into_iter().map(shown)),
            Err(trouble) => answer.troubles.push(Failure::because(&trouble)),
        }
    }
    Ok(answer)
}

/// The networks through which a telephone may reach this computer, those of
/// offices first.
///
/// # Errors
/// Only who takes orders may scan; this computer is in no network.
pub fn networks(desk: &Desk, (): ()) -> Result<Vec<ScanDevice>, Failure> {
    let (settings, _) = settings(desk)?;
    let networks = source(&settings, SourceKind::Phone)?.devices(&Cancel::new())?;
    Ok(networks.into_iter().map(shown).collect())
}

fn shown(device: Device) -> ScanDevice {
    ScanDevice {
        kind: device.kind,
        id: device.id,
        name: device.name,
    }
}

/// Begins a scan; the device and the profile are remembered.
///
/// # Errors
/// Another scan runs, the order is closed, or the device cannot be reached.
pub fn start(desk: &Desk, request: ScanStart) -> Result<ScanView, Failure> {
    if desk.scan().as_ref().is_some_and(Running::is_on) {
        return Err(Situation::ScanRuns.into());
    }
    desk.read(Permission::TakeOrders, |reader| match request.order {
        Some(id) => order::open_draft(reader, OrderId(id)).map(drop),
        None => Ok(()),
    })?;
    let (settings, _) = settings(desk)?;
    let source = source(&settings, request.kind)?;
    let device = the_device(&*source, &request)?;
    let able = match request.kind {
        SourceKind::Folder | SourceKind::Phone => Capabilities::default(),
        _ => source.capabilities(&device)?,
    };
    let fitted = request.profile.fit(&able);
    let scan = Scan::start(source, &device, fitted.settings)?;
    let running = Running::new(scan, request.kind, request.order, fitted.compromises);
    let view = running.view();
    *desk.scan() = Some(running);
    if request.kind != SourceKind::Phone {
        let (device, profile) = (request.device, request.profile);
        setting::remember_scan(desk, ScanHabit { device, profile })?;
    }
    Ok(view)
}

/// The device asked for. For a telephone the first network will do when none
/// was chosen, or the one chosen is not there any more.
fn the_device(source: &dyn ImageSource, request: &ScanStart) -> Result<String, Failure> {
    if request.kind != SourceKind::Phone {
        return Ok(request.device.clone());
    }
    let networks = source.devices(&Cancel::new())?;
    let chosen = networks.iter().find(|network| network.id == request.device);
    let network = chosen
        .or(networks.first())
        .ok_or(ScanError::NetworkAbsent)?;
    Ok(network.id.clone())
}

/// How the scan stands; files the pages that came since it was last asked.
///
/// # Errors
/// Only who takes orders may scan.
pub fn state(desk: &Desk, (): ()) -> Result<Option<ScanView>, Failure> {
    desk.with_session(Permission::TakeOrders, |_| Ok(()))?;
    let mut scan = desk.scan();
    Ok(scan.as_mut().map(|running| {
        running.hear(desk);
        running.view()
    }))
}

/// Stops the scan; pages that came stay.
///
/// # Errors
/// Only who takes orders may scan.
pub fn cancel(desk: &Desk, (): ()) -> Result<Option<ScanView>, Failure> {
    if let Some(running) = desk.scan().as_mut() {
        running.cancel();
    }
    state(desk, ())
}

fn settings(desk: &Desk) -> Result<(setting::Settings, ScanHabit), Failure> {
    desk.read(Permission::TakeOrders, |reader| {
        Ok((setting::stored(reader)?, setting::scan_habit(reader)?))
    })
}

fn source(settings: &setting::Settings, kind: SourceKind) -> Result<Arc<dyn ImageSource>, Failure> {
    let found = sources(&config(settings, kind == SourceKind::Phone))?;
    let wanted = found.into_iter().find(|source| source.kind() == kind);
    Ok(wanted.ok_or(ScanError::Offline)?)
}

fn config(settings: &setting::Settings, phone: bool) -> SourceConfig {
    let driver = std::env::current_exe()
        .ok()
        .map(|program| sane::driver_beside(&program))
        .filter(|driver| driver.is_file());
    let folder = settings.scan_folder.trim();
    SourceConfig {
        discover: true,
        addresses: settings.scanner_addresses.clone(),
        sane_driver: driver,
        wia: cfg!(windows),
        folder: (!folder.is_empty()).then(|| folder.into()),
        phone,
        ..SourceConfig::default()
    }
}
