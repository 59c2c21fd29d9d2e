//! What a driver process may say, and what it may not.

use crate::hurried;
use desk_intake::source::sane::{Fault, Frame, SaneDevice, read_frame, write_frame};
use desk_intake::source::{
    Capabilities, Colour, Feed, FeedCapabilities, Resolutions, ScanError, ScanLimits, SheetSize,
};
use proptest::prelude::*;

fn frames() -> impl Strategy<Value = Frame> {
    let feeds = (1_u32..2400, any::<[u32; 2]>()).prop_map(|(dpi, [width, height])| {
        Frame::Capabilities(Capabilities {
            feeds: vec![FeedCapabilities {
                feed: Feed::Duplex,
                resolutions: Resolutions::Listed(vec![dpi]),
                colours: vec![Colour::BlackWhite],
                largest: Some(SheetSize { width, height }),
            }],
        })
    });
    let device = any::<[String; 3]>()
        .prop_map(|[id, vendor, model]| Frame::Device(SaneDevice { id, vendor, model }));
    prop_oneof![
        device,
        feeds,
        any::<u32>().prop_map(|dpi| Frame::Settled { dpi }),
        any::<(u64, Option<u64>)>().prop_map(|(bytes, total)| Frame::Progress { bytes, total }),
        any::<Vec<u8>>().prop_map(Frame::Page),
        Just(Frame::Done),
        any::<String>().prop_map(|words| Frame::Failed(Fault::Io(words))),
        Just(Frame::Failed(Fault::Jam)),
    ]
}

proptest! {
    #[test]
    fn what_is_written_is_read(frames in proptest::collection::vec(frames(), 0..8)) {
        let mut said = Vec::new();
        for frame in &frames {
            write_frame(&mut said, frame).unwrap();
        }
        let mut heard = said.as_slice();
        for frame in frames {
            prop_assert_eq!(read_frame(&mut heard, &hurried()), Ok(Some(frame)));
        }
        prop_assert_eq!(read_frame(&mut heard, &hurried()), Ok(None));
    }

    #[test]
    fn any_bytes_are_heard_without_harm(bytes: Vec<u8>) {
        let mut heard = bytes.as_slice();
        while let Ok(Some(_)) = read_frame(&mut heard, &hurried()) {}
    }

    #[test]
    fn a_frame_that_breaks_off_is_no_frame(frame in frames(), keep in 0.0..1.0_f64) {
        let mut said = Vec::new();
        write_frame(&mut said, &frame).unwrap();
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "some place within")]
        let end = (said.len() as f64 * keep) as usize;
        let heard = read_frame(&mut &said[..end], &hurried());
        prop_assert!(!matches!(heard, Ok(Some(_))), "{:?}", heard);
    }
}

#[test]
fn more_than_allowed_is_refused_before_it_is_taken() {
    let limits = ScanLimits {
        max_page_bytes: 10,
        max_answer: 10,
        ..hurried()
    };
    let heard = |text: &str| read_frame(&mut text.as_bytes(), &limits);
    assert_eq!(
        heard("page 11\n"),
        Err(ScanError::PageTooLarge { limit: 10 })
    );
    let unclear = |text| matches!(heard(text), Err(ScanError::AnswerUnclear(_)));
    assert!(unclear("device 18446744073709551615\n"));
    assert!(unclear("device -1\n"));
    assert!(unclear("device\n"));
    assert!(unclear("unknown 0\n"));
    assert!(unclear(&"x".repeat(100)));
}
