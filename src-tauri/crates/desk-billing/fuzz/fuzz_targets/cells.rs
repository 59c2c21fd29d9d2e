//! Any cells under any layout, as if a person had mended a row.

#![no_main]

use desk_billing::calls::{
    DurationUnit, Encoding, FeeUnit, Format, Layout, Meaning, Separator, Source, mend,
};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|row: (Vec<String>, Vec<u8>, bool, u8)| {
    let (cells, meanings, minutes, fee) = row;
    let meaning = |index: &u8| Meaning::ALL[usize::from(*index) % Meaning::ALL.len()];
    let layout = Layout {
        source: Source {
            format: Format::Text,
            encoding: Encoding::Utf8,
            separator: Some(Separator::Comma),
        },
        heads: Vec::new(),
        columns: meanings.iter().map(meaning).collect(),
        duration_unit: if minutes { DurationUnit::Minute } else { DurationUnit::Second },
        fee_unit: [FeeUnit::Yuan, FeeUnit::Fen, FeeUnit::Li][usize::from(fee % 3)],
    };
    if let Ok(call) = mend(&cells, &layout, &|_| true) {
        assert!(call.seconds <= 86_400);
        assert!(call.number.as_str().starts_with("400"));
    }
});
