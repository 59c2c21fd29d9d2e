//! What scanners say of themselves, in the dialects that are about.

use desk_intake::source::escl::{ScannerState, describe, state};
use desk_intake::source::{Colour, Feed, Resolutions, ScanError};
use proptest::prelude::*;

const FEEDER_ONLY: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<!-- names without a prefix, resolutions as a range, no formats -->
<ScannerCapabilities xmlns="http://schemas.hp.com/imaging/escl/2011/05/03">
  <Version> 2.0 </Version><MakeAndModel>Office&#10; 9 &amp; more</MakeAndModel>
  <Adf><AdfSimplexInputCaps><MaxWidth>2550</MaxWidth><SettingProfiles><SettingProfile>
    <ColorModes><ColorMode>BlackAndWhite1</ColorMode></ColorModes>
    <SupportedResolutions><ResolutionRange><XResolutionRange><Min>100</Min><Max>600</Max>
    <Normal>300</Normal><Step>1</Step></XResolutionRange></ResolutionRange></SupportedResolutions>
  </SettingProfile></SettingProfiles></AdfSimplexInputCaps></Adf>
</ScannerCapabilities>"#;

#[test]
fn a_feeder_without_glass_is_described() {
    let told = describe(FEEDER_ONLY).unwrap();
    assert_eq!(told.name, "Office 9 & more");
    assert_eq!((told.version.as_str(), told.format), ("2.0", "image/jpeg"));
    assert_eq!(told.capabilities.feeds.len(), 1);
    let feeder = told.capabilities.of(Feed::Feeder).unwrap();
    assert_eq!(feeder.resolutions, Resolutions::Between(100, 600));
    assert_eq!(feeder.colours, [Colour::BlackWhite]);
    assert_eq!(feeder.largest, None, "one side alone is no size");
}

#[test]
fn a_version_that_is_none_does_not_get_into_an_order() {
    let text = FEEDER_ONLY.replace(" 2.0 ", "&lt;/x&gt;");
    assert_eq!(describe(&text).unwrap().version, "2.0");
}

#[test]
fn document_types_and_their_entities_are_refused() {
    let text = format!(
        "<!DOCTYPE a [<!ENTITY b \"bb\">]>{}",
        FEEDER_ONLY.replacen("<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "", 1)
    );
    assert!(matches!(describe(&text), Err(ScanError::AnswerUnclear(_))));
}

#[test]
fn the_feeders_state_goes_before_the_scanners() {
    let told = |scanner: &str, feeder: &str| {
        state(&format!(
            "<S><State>{scanner}</State><AdfState>{feeder}</AdfState>\
             <Jobs><JobInfo><State>Stopped</State></JobInfo></Jobs></S>"
        ))
        .unwrap()
    };
    assert_eq!(told("Idle", "ScannerAdfLoaded"), ScannerState::Ready);
    assert_eq!(
        told("Processing", "ScannerAdfProcessing"),
        ScannerState::Busy
    );
    assert_eq!(told("Idle", "ScannerAdfEmpty"), ScannerState::NoPaper);
    assert_eq!(told("Stopped", "ScannerAdfJam"), ScannerState::Jam);
    assert_eq!(
        told("Stopped", "ScannerAdfHatchOpen"),
        ScannerState::CoverOpen
    );
    assert_eq!(told("Stopped", "ScannerAdfLoaded"), ScannerState::Fault);
}

proptest! {
    #[test]
    fn any_text_is_read_without_harm(text: String) {
        let _ = (describe(&text), state(&text));
    }

    #[test]
    fn any_numbers_are_read_without_harm(numbers: [i64; 6]) {
        let [a, b, c, d, e, f] = numbers;
        let text = format!(
            "<S><PlatenInputCaps><MaxWidth>{a}</MaxWidth><MaxHeight>{b}</MaxHeight>\
             <DiscreteResolution><XResolution>{c}</XResolution><YResolution>{c}</YResolution>\
             </DiscreteResolution><XResolutionRange><Min>{e}</Min><Max>{f}</Max>\
             </XResolutionRange></PlatenInputCaps><x>{d}</x></S>"
        );
        let told = describe(&text).unwrap();
        let dpi = told.capabilities.feeds[0].resolutions.nearest(300);
        prop_assert!((1..=9600).contains(&dpi));
    }
}
