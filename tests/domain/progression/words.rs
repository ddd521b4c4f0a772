//! "Why 42.5 kg?": the three lines, the sentence and the remark.

use yoke_app::training::loading::Loading;
use yoke_app::training::progression::{Decision, StepSize};
use yoke_app::training::units::WeightUnit::Kg;

use super::{Case, range};

fn lines(decision: &Decision) -> Vec<String> {
    let steps = decision.steps();
    steps.iter().map(|line| format!("{} | {} | {}", line.title, line.value, line.text)).collect()
}

fn stack(today: &str) -> Case {
    Case::new(range(8, 12), Some(Loading::stack(Kg))).past(3, "50 kg x 10").today(today)
}

#[test]
fn under_the_range() {
    let small = Case { size: StepSize::Small, ..stack("45 kg x 7") }.decide();
    assert_eq!(
        lines(&small),
        [
            "You did | 45 kg × 7 | Set 1 fell under the range of 8–12.",
            "The rule | −2.5 kg | Under the range: 2.5 kg off for the next set.",
            "What can be loaded | 42.5 kg | The stack goes in 2.5 kg steps. Nothing to round.",
        ]
    );
    assert_eq!(small.sentence(), "Under the range: 2.5 kg off for the next set.");
    assert_eq!(small.note(), Some("RIR was not logged, so it was not used."));
    // 5 % of 45 kg are 2.25 kg.
    let usual = stack("45 kg x 7 @1").decide();
    assert_eq!(
        lines(&usual)[1..],
        [
            "The rule | −2.25 kg | Under the range: 2.25 kg off for the next set.",
            "What can be loaded | 42.5 kg | The stack goes in 2.5 kg steps. The rule gives 42.75 kg: rounded down.",
        ]
    );
    assert_eq!(usual.sentence(), "Under the range: 2.25 kg off for the next set, rounded to 42.5 kg.");
    assert_eq!(usual.note(), None);
}

#[test]
fn up_and_reps_first() {
    let up = stack("60 kg x 12").decide();
    assert_eq!(
        lines(&up),
        [
            "You did | 60 kg × 12 | Set 1 reached the top of the range of 8–12.",
            "The rule | +3 kg | Top of the range, 12 reps: 3 kg more for the next set.",
            "What can be loaded | 62.5 kg | The stack goes in 2.5 kg steps. The rule gives 63 kg: rounded down.",
        ]
    );
    let first = stack("45 kg x 12").decide();
    assert_eq!(
        lines(&first)[1..],
        [
            "The rule, ours | 13 reps | 47.5 kg is more than one step away: go up to 15 reps first.",
            "What can be loaded | 45 kg | The stack goes in 2.5 kg steps. The rule gives 47.25 kg: no load between, so it \
         stays.",
        ]
    );
    let last = Case::new(range(8, 12), Some(Loading::bar(Kg))).past(3, "60 kg x 9, 60 kg x 10").decide();
    assert_eq!(lines(&last)[0], "You did | 60 kg × 10 | Last time, set 2 was inside the range of 8–12.");
}

#[test]
fn rests_and_strangers() {
    let away = Case::new(range(8, 12), Some(Loading::bar(Kg))).past(15, "60 kg x 10").decide();
    assert_eq!(lines(&away)[1], "The rule, ours | −10 % | 15 days away: 10 % off to begin again.");
    assert_eq!(away.sentence(), "15 days away: 10 % off to begin again, rounded to 52.5 kg.");
    assert_eq!(away.note(), None, "RIR plays no part");
    let missed =
        Case::new(range(8, 12), Some(Loading::bar(Kg))).past(3, "50 kg x 7").past(6, "50 kg x 6").decide();
    assert_eq!(lines(&missed)[0], {
        "You did | 50 kg × 7 | Last time, set 1 fell under the range of 8–12. All sets: 50 kg × 6, 50 kg × 7."
    });
    let stranger = Case::new(range(8, 12), None).decide();
    assert_eq!(lines(&stranger)[0], "You did | – | There is no set to go by.");
    assert_eq!(stranger.note(), None);
}
