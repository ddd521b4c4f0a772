//! What the exercises of other apps are called here.

use yoke_app::catalog::search::{Confidence, Index};
use yoke_app::exchange::csv::{made, own_id, read};
use yoke_app::training::exercise::{ExerciseId, Measure};
use yoke_app::training::remarks::About;

use super::{ASK, all, new};

#[test]
fn names_of_other_apps_find_their_exercise() {
    let index = Index::of_catalog();
    let sure = [
        ("Deadlift (Barbell)", "deadlift"),
        ("Romanian Deadlift (Barbell)", "romanian-deadlift"),
        ("Bent Over Row (Barbell)", "barbell-row"),
        ("Bent Over Row (Dumbbell)", "dumbbell-row"),
        ("Seated Row (Cable)", "cable-row"),
        ("Seated Cable Row", "cable-row"),
        ("Lat Pulldown (Cable)", "lat-pulldown"),
        ("Face Pull (Cable)", "face-pull"),
        ("Facepulls", "face-pull"),
        ("Shrug (Barbell)", "barbell-shrug"),
        ("Upright Row (Barbell)", "upright-row"),
        ("Pull Up", "pull-up"),
        ("Pull Up (Weighted)", "pull-up"),
        ("Push Up", "push-up"),
        ("Inverted Row (Bodyweight)", "inverted-row"),
        ("T Bar Row", "t-bar-row"),
        ("Reverse Fly (Dumbbell)", "reverse-fly"),
        ("Rack Pull (Barbell)", "rack-pull"),
        ("Farmers Walk", "farmer-carry"),
        ("Dead Hang", "dead-hang"),
        ("Meadows Rows (Barbell)", "meadows-row"),
        ("Chest Supported Incline Row (Dumbbell)", ""),
        ("Deadlift (Dumbbell)", ""),
        ("Deadlift (Trap bar)", ""),
        ("Shrug (Dumbbell)", ""),
        ("Pull Up (Assisted)", ""),
        ("Reverse Fly (Machine)", ""),
        ("Lateral Raise (Dumbbell)", ""),
        ("Bench Press (Barbell)", ""),
        ("Squat (Barbell)", ""),
        ("Chest Press (Machine)", ""),
        ("Bicep Curl (Dumbbell)", ""),
        ("()", ""),
        ("", ""),
    ];
    for (name, id) in sure {
        let found = index.closest(name).filter(|(_, confidence)| *confidence == Confidence::Sure);
        assert_eq!(found.as_ref().map_or("", |(id, _)| id.as_str()), id, "{name}");
    }
    for (name, id) in [
        ("Bent barbell row", "barbell-row"),
        ("Deadlift (Trap bar)", "deadlift"),
        ("Pull Up (Assisted)", "pull-up"),
    ] {
        let found = index.closest(name).unwrap();
        assert_eq!((found.0.as_str(), found.1), (id, Confidence::Likely), "{name}");
    }
    for name in ["Bench Press (Barbell)", "Squat (Barbell)", "Leg Press", "Bicep Curl", "Cable Crossover"] {
        assert_eq!(index.closest(name), None, "{name}");
    }
}

#[test]
fn own_exercises_get_the_measure_of_their_sets() {
    let text = "Date,Exercise,Category,Weight (kg),Reps,Distance,Distance Unit,Time\n\
                2024-01-01,Dip,Chest,,8,,,\n2024-01-01,DIP,Chest,10,8,,,\n\
                2024-01-01,L-Sit,Core,,,,,0:00:20\n2024-01-01, l-sit,Core,,,,,0:00:30\n\
                2024-01-01,Sled,Legs,60,,20,m,\n2024-01-01,Squat  hold,Legs,60,,,,20\n\
                2024-01-01,A name with a great many words that goes on and on until nobody can read it,Core,,9,,,\n";
    let found = all(text, &ASK);
    let own = made(&found.names, &[]);
    let made: Vec<_> = own.iter().map(|own| (own.name.as_str(), own.measure)).collect();
    assert_eq!(
        made,
        [
            ("Dip", Measure::LoadReps),
            ("L-Sit", Measure::Hold),
            ("Sled", Measure::LoadCarry),
            ("Squat hold", Measure::LoadCarry),
            ("A name with a great many words that goes on and on until nob", Measure::BodyReps),
        ]
    );
    let sets: Vec<_> = new(&found)[0].entries.iter().map(|entry| entry.sets.len()).collect();
    assert_eq!(sets, [2, 2, 1, 1, 1], "two spellings are one exercise");
}

#[test]
fn two_names_for_one_exercise_become_one_entry_with_both_notes() {
    let text = "title,start_time,exercise_title,exercise_notes,set_type,reps\n\
                A,2024-01-01 10:00,Pull Up,slow,normal,8\nA,2024-01-01 10:00,Pull Up (Assisted),easy,normal,9\n";
    let id = ExerciseId::shipped("pull-up");
    let mut names = read(text, &ASK, Vec::new()).unwrap().names;
    assert_eq!(names[1].found, Some((id.clone(), Confidence::Likely)));
    assert_eq!(names[1].choice, own_id("Pull Up (Assisted)"), "what is only likely is not taken");
    names[1].choice = id.clone();
    let found = read(text, &ASK, names).unwrap();
    assert_eq!(made(&found.names, &[]), []);
    assert_eq!(new(&found)[0].entries.len(), 1);
    assert_eq!(new(&found)[0].sets(), 2);
    assert_eq!(new(&found)[0].remarks.note(&About::Exercise(id)), "slow. easy");
}
