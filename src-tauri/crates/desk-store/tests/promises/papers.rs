//! Papers: kept as they came, and everything that is done to them.

use crate::support::{add_order, add_paper, desk, details, nine, paper, write};
use desk_domain::paper::{PaperKind, Verification};
use desk_store::{PaperId, StoreError, Subject};

fn blob_file(desk: &crate::support::Desk, id: PaperId) -> std::path::PathBuf {
    let row = desk
        .store
        .read::<_, StoreError>(|r| r.papers().get(id))
        .unwrap();
    let name = row.blob.name;
    desk.path()
        .join("papers")
        .join(&name[..2])
        .join(format!("{name}.age"))
}

#[test]
fn papers_come_back_as_they_were_and_equal_ones_are_kept_once() {
    let mut desk = desk();
    let order = add_order(&mut desk.store, None);
    let scan: Vec<u8> = (0..300_000_u32)
        .map(|i| i.to_le_bytes()[i as usize % 4])
        .collect();
    let first = add_paper(&mut desk.store, order, &scan).unwrap();
    let second = add_paper(&mut desk.store, order, &scan).unwrap();
    let rows = desk
        .store
        .read::<_, StoreError>(|r| r.papers().of_order(order))
        .unwrap();
    assert_eq!(
        rows.iter().map(|row| row.id).collect::<Vec<_>>(),
        [first, second]
    );
    assert_eq!(rows[0].blob, rows[1].blob);
    assert_ne!(
        rows[0].blob.name, rows[0].blob.sha256,
        "the name tells nothing"
    );
    let bytes = desk
        .store
        .read::<_, StoreError>(|r| r.papers().bytes(first))
        .unwrap();
    assert_eq!(bytes, scan);
}

#[test]
fn a_paper_that_was_changed_or_lost_is_told_as_such_and_mends_when_put_in_again() {
    let mut desk = desk();
    let order = add_order(&mut desk.store, None);
    let scan = vec![7_u8; 200_000];
    let id = add_paper(&mut desk.store, order, &scan).unwrap();
    let file = blob_file(&desk, id);
    let sound = std::fs::read(&file).unwrap();
    let read =
        |desk: &crate::support::Desk| desk.store.read::<_, StoreError>(|r| r.papers().bytes(id));
    for damage in [sound.len() - 1, sound.len() / 2, 10] {
        let mut bytes = sound.clone();
        bytes[damage] ^= 1;
        std::fs::write(&file, bytes).unwrap();
        let damaged = matches!(read(&desk), Err(StoreError::PaperDamaged { .. }));
        assert!(damaged, "a bit turned at {damage}");
        std::fs::write(&file, &sound[..damage]).unwrap();
        let damaged = matches!(read(&desk), Err(StoreError::PaperDamaged { .. }));
        assert!(damaged, "cut off at {damage}");
    }
    std::fs::remove_file(&file).unwrap();
    assert!(matches!(read(&desk), Err(StoreError::PaperLost { .. })));
    std::fs::write(&file, b"rubbish").unwrap();
    add_paper(&mut desk.store, order, &scan).unwrap();
    assert_eq!(read(&desk).unwrap(), scan);
}

#[test]
fn empty_and_enormous_papers_are_refused_and_leave_nothing() {
    let mut desk = desk();
    let order = add_order(&mut desk.store, None);
    let empty = add_paper(&mut desk.store, order, b"");
    assert!(matches!(empty, Err(StoreError::PaperEmpty)));
    let large = write(&mut desk.store, |w| {
        let paper = paper(Some(order), PaperKind::Licence);
        w.papers_mut().add(&paper, &mut std::io::repeat(1))
    });
    assert!(
        matches!(large, Err(StoreError::PaperTooLarge { .. })),
        "{large:?}"
    );
    assert_eq!(
        std::fs::read_dir(desk.path().join("papers"))
            .unwrap()
            .count(),
        0
    );
}

#[test]
fn every_viewing_of_a_paper_is_on_the_record() {
    let mut desk = desk();
    let order = add_order(&mut desk.store, None);
    let id = add_paper(&mut desk.store, order, b"scan").unwrap();
    let bytes = write(&mut desk.store, |w| w.papers_mut().view(id, "核对经办人")).unwrap();
    assert_eq!(bytes, b"scan");
    let log = details(&desk.store, &Subject::Paper(id));
    assert!(
        log.contains(r#"paper_viewed {"kind":"licence","purpose":"核对经办人"}"#),
        "{log}"
    );
}

#[test]
fn marks_verification_and_removal_of_a_paper_keep_what_was_before() {
    let mut desk = desk();
    let order = add_order(&mut desk.store, None);
    let id = add_paper(&mut desk.store, order, b"scan").unwrap();
    let mut marks = paper(None, PaperKind::Licence).marks;
    marks.sealed = true;
    marks.crop = Some(desk_domain::paper::Crop {
        left: 0,
        top: 0,
        right: 5000,
        bottom: 9999,
    });
    write(&mut desk.store, |w| {
        w.papers_mut().set_marks(id, &marks)?;
        w.papers_mut()
            .set_verification(id, Verification::FoundUntrue, "电话回访")?;
        w.papers_mut().remove(id, "客户重新提供")
    })
    .unwrap();
    let row = desk
        .store
        .read::<_, StoreError>(|r| r.papers().get(id))
        .unwrap();
    assert_eq!(row.marks, marks);
    assert_eq!(row.verification, Verification::FoundUntrue);
    assert_eq!(row.verified_how.as_deref(), Some("电话回访"));
    assert_eq!(row.removed_at, Some(nine()));
    let listed = desk
        .store
        .read::<_, StoreError>(|r| r.papers().of_order(order))
        .unwrap();
    assert!(listed.is_empty());
    let log = details(&desk.store, &Subject::Paper(id));
    assert!(
        log.contains(r#""sealed":false"#) && log.contains("客户重新提供"),
        "{log}"
    );
    let bytes = desk
        .store
        .read::<_, StoreError>(|r| r.papers().bytes(id))
        .unwrap();
    assert_eq!(bytes, b"scan", "the original stays");
}

/// Most memory this process ever held, in kilobytes.
#[cfg(target_os = "linux")]
fn peak_kilobytes() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status
        .lines()
        .find(|line| line.starts_with("VmHWM"))
        .unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}

#[cfg(target_os = "linux")]
#[test]
fn a_paper_of_sixty_megabytes_is_never_held_in_memory() {
    use std::io::Read;
    let mut desk = desk();
    let order = add_order(&mut desk.store, None);
    let new = crate::support::paper(Some(order), PaperKind::Other);
    let before = peak_kilobytes();
    let id = write(&mut desk.store, |w| {
        w.papers_mut()
            .add(&new, &mut std::io::repeat(7).take(60 << 20))
    })
    .unwrap();
    desk.store
        .read::<_, StoreError>(|r| r.papers().copy_to(id, &mut std::io::sink()))
        .unwrap();
    let grown = peak_kilobytes() - before;
    assert!(grown < 20_000, "grew by {grown} kB");
}
