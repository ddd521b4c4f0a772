//! Draws the outlines of the muscle map: path data of SVG from the points of [`super::musclemap`]'s tables.
//!
//! Invariant: a curve passes through each of its points, smooth in all but its ends; one that ends where it began is
//! smooth there too.

use super::path::push_scaled;

/// Path data of an outline: letters, each with its whole numbers, which are tenths of a unit and begin with a space or a
/// minus. `r`, for a curve through points (Catmull and Rom), becomes cubic curves; all else stays as it is.
#[must_use]
pub fn path_data(outline: &str) -> String {
    let mut out = String::with_capacity(4 * outline.len());
    let mut command = 'M';
    let mut numbers: Vec<i32> = Vec::new();
    let mut sign = 1;
    for letter in outline.chars() {
        match (letter, numbers.last_mut()) {
            (' ' | '-', _) => {
                sign = if letter == '-' { -1 } else { 1 };
                numbers.push(0);
            }
            ('0'..='9', Some(number)) => *number = *number * 10 + sign * (letter as i32 - '0' as i32),
            _ => {
                draw(command, &numbers, &mut out);
                numbers.clear();
                command = letter;
            }
        }
    }
    draw(command, &numbers, &mut out);
    out
}

fn draw(command: char, numbers: &[i32], out: &mut String) {
    if command == 'r' {
        curve(numbers, out);
    } else if command == 'z' || !numbers.is_empty() {
        out.push(command);
        write(numbers, out);
    }
}

/// The curve through the points, one cubic from each to the next. It leaves a point along the line between its
/// neighbours, for a sixth of that line; an end has one neighbour, and a third of the line to it.
fn curve(steps: &[i32], out: &mut String) {
    let (steps, _) = steps.as_chunks::<2>();
    let (Some(&first), Some(&last)) = (steps.first(), steps.last()) else {
        return;
    };
    let (mut x, mut y) = (0, 0);
    for step in steps {
        x += step[0];
        y += step[1];
    }
    let along =
        |before: [i32; 2], after: [i32; 2]| [0, 1].map(|axis| (before[axis] + after[axis] + 2).div_euclid(6));
    let end = |step: [i32; 2]| step.map(|part| (part + 1).div_euclid(3));
    let round = (x, y) == (0, 0);
    let mut leaves = if round { along(last, first) } else { end(first) };
    for (nth, &[x, y]) in steps.iter().enumerate() {
        let arrives = match steps.get(nth + 1) {
            Some(&next) => along([x, y], next),
            None if round => along(last, first),
            None => end(last),
        };
        out.push('c');
        write(&[leaves[0], leaves[1], x - arrives[0], y - arrives[1], x, y], out);
        leaves = arrives;
    }
}

/// Writes tenths as decimals.
fn write(numbers: &[i32], out: &mut String) {
    for &number in numbers {
        out.push(' ');
        push_scaled(out, number, 10);
    }
}
