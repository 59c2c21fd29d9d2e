//! Every pixel becomes the largest of itself and its three neighbours to the
//! right and below (max pooling by two, in steps of one).

/// The layer; it knows nothing but its rule.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Pool;

impl Pool {
    /// All channels, of so many rows and columns.
    pub(super) fn apply(&self, numbers: &[f32], [rows, columns]: [usize; 2]) -> Vec<f32> {
        let mut answer = Vec::with_capacity(numbers.len());
        let mut upper = vec![0.0; columns];
        for channel in numbers.chunks_exact((rows * columns).max(1)) {
            for row in 0..rows {
                let here = &channel[row * columns..][..columns];
                let next = channel.get((row + 1) * columns..(row + 2) * columns);
                for ((most, a), b) in upper.iter_mut().zip(here).zip(next.unwrap_or(here)) {
                    *most = larger(*a, *b);
                }
                answer.extend(upper.windows(2).map(|pair| larger(pair[0], pair[1])));
                answer.extend(upper.last());
            }
        }
        answer
    }
}

/// As processors tell the larger of many at a time.
#[inline]
fn larger(a: f32, b: f32) -> f32 {
    if a > b { a } else { b }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pixel_becomes_the_largest_of_four_and_the_border_of_fewer() {
        let numbers = [
            1.0, 5.0, 2.0, //
            0.0, 3.0, 9.0, //
            -7.0, -8.0, -6.0,
        ];
        let expected = [5.0, 9.0, 9.0, 3.0, 9.0, 9.0, -7.0, -6.0, -6.0];
        assert_eq!(Pool.apply(&numbers, [3, 3]), expected);
        assert_eq!(Pool.apply(&numbers, [9, 1]).len(), 9);
    }
}
