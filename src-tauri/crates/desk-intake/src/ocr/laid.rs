//! How a layer's patterns are laid on a picture: how large they are, how far
//! from each other, and what is put around the picture.

use super::onnx::Operation;

/// Where patterns are laid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Laid {
    /// Rows and columns of a pattern.
    pub(super) pattern: [usize; 2],
    /// Rows downwards and columns to the right from one to the next.
    pub(super) steps: [usize; 2],
    /// Zeros above, left of, below and right of the picture.
    pub(super) pads: [usize; 4],
}

impl Laid {
    /// As an operation says; `None` where its patterns leave out pixels between
    /// those they take.
    pub(super) fn of(operation: &Operation) -> Option<Self> {
        let numbers = |name: &str| operation.numbers.get(name).map_or(&[][..], Vec::as_slice);
        let sizes = |name: &str| -> Option<Vec<usize>> {
            let all = numbers(name).iter();
            all.map(|number| usize::try_from(*number).ok()).collect()
        };
        if !matches!(numbers("dilations"), [] | [1, 1]) {
            return None;
        }
        let pattern: [usize; 2] = sizes("kernel_shape")?.try_into().ok()?;
        let steps: [usize; 2] = sizes("strides")?.try_into().ok()?;
        if pattern.contains(&0) || steps.contains(&0) {
            return None;
        }
        let pads = match operation.words.get("auto_pad").map(String::as_str) {
            None | Some("NOTSET") => sizes("pads")?.try_into().ok()?,
            // As many rows and columns come out as go in, the odd one being
            // put below and to the right.
            Some("SAME_UPPER") if steps == [1, 1] => {
                let [down, across] = pattern.map(|length| length - 1);
                [down / 2, across / 2, down.div_ceil(2), across.div_ceil(2)]
            }
            Some(_) => return None,
        };
        Some(Self {
            pattern,
            steps,
            pads,
        })
    }

    /// Rows and columns that come out, of those that go in.
    pub(super) fn size(&self, [rows, columns]: [usize; 2]) -> Option<[usize; 2]> {
        let [above, left, below, right] = self.pads;
        let rows = (above + rows + below).checked_sub(self.pattern[0])? / self.steps[0] + 1;
        let columns = (left + columns + right).checked_sub(self.pattern[1])? / self.steps[1] + 1;
        Some([rows, columns])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn operation(numbers: &[(&str, &[i64])], auto: Option<&str>) -> Operation {
        let numbers = numbers
            .iter()
            .map(|(name, all)| ((*name).to_owned(), all.to_vec()));
        let words = auto.map(|auto| ("auto_pad".to_owned(), auto.to_owned()));
        Operation {
            numbers: numbers.collect(),
            words: words.into_iter().collect(),
            ..Operation::default()
        }
    }

    #[test]
    fn a_picture_that_is_to_keep_its_size_gets_the_odd_row_below() {
        let numbers: [(&str, &[i64]); 2] = [("kernel_shape", &[2, 3]), ("strides", &[1, 1])];
        let laid = Laid::of(&operation(&numbers, Some("SAME_UPPER"))).unwrap();
        assert_eq!(laid.pads, [0, 1, 1, 1]);
        assert_eq!(laid.size([7, 9]), Some([7, 9]));
        assert_eq!(Laid::of(&operation(&numbers, Some("SAME_LOWER"))), None);
        assert_eq!(Laid::of(&operation(&numbers, None)), None);
    }

    #[test]
    fn patterns_that_leave_pixels_out_or_stand_still_are_none() {
        let wide: [(&str, &[i64]); 4] = [
            ("kernel_shape", &[3, 3]),
            ("strides", &[2, 1]),
            ("pads", &[1, 1, 1, 1]),
            ("dilations", &[1, 1]),
        ];
        let laid = Laid::of(&operation(&wide, None)).unwrap();
        assert_eq!(laid.size([8, 8]), Some([4, 8]));
        assert_eq!(laid.size([0, 0]), None);
        let mut wider = wide;
        wider[3].1 = &[2, 2];
        assert_eq!(Laid::of(&operation(&wider, None)), None);
        let mut still = wide;
        still[1].1 = &[0, 1];
        assert_eq!(Laid::of(&operation(&still, None)), None);
    }
}
