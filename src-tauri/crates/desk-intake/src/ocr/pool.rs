//! Every pixel becomes the largest of itself and its three neighbours to the
//! right and below (max pooling by two, in steps of one).

/// The layer; it knows nothing but its rule.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Pool;

impl Pool {
    /// All channels, of so many rows and columns, shared among so many threads.
    pub(super) fn apply(&self, numbers: &[f32], size: [usize; 2], threads: usize) -> Vec<f32> {
        let one = (size[0] * size[1]).max(1);
        let mut answer = vec![0.0; numbers.len()];
        let share = (numbers.len() / one).div_ceil(threads.max(1)).max(1) * one;
        let mut shares = answer.chunks_mut(share).zip(numbers.chunks(share));
        let first = shares.next();
        rayon::scope(|scope| {
            for (answer, numbers) in shares {
                scope.spawn(move |_| some(numbers, size, answer));
            }
            if let Some((answer, numbers)) = first {
                some(numbers, size, answer);
            }
        });
        answer
    }
}

/// Some channels.
fn some(numbers: &[f32], [rows, columns]: [usize; 2], answer: &mut [f32]) {
    let one = (rows * columns).max(1);
    let mut upper = vec![0.0; columns];
    for (channel, answer) in numbers.chunks_exact(one).zip(answer.chunks_exact_mut(one)) {
        for (row, answer) in answer.chunks_exact_mut(columns).enumerate() {
            let here = &channel[row * columns..][..columns];
            let next = channel.get((row + 1) * columns..(row + 2) * columns);
            for ((most, a), b) in upper.iter_mut().zip(here).zip(next.unwrap_or(here)) {
                *most = larger(*a, *b);
            }
            let right = upper[1..].iter().chain(upper.last());
            for ((answer, a), b) in answer.iter_mut().zip(&upper).zip(right) {
                *answer = larger(*a, *b);
            }
        }
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
        let thrice = numbers.repeat(3);
        for threads in 1..5 {
            let answer = Pool.apply(&thrice, [3, 3], threads);
            assert_eq!(answer, expected.repeat(3), "{threads} threads");
        }
        assert_eq!(Pool.apply(&numbers, [9, 1], 2).len(), 9);
    }
}
