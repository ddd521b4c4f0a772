//! The pages to read: why the upper back is trained, what to mind before lifting, and the six movements of the
//! shoulder blade.
//!
//! Works with [`super::muscles`], which says what each muscle does; the figure half draws the movements. Words only:
//! nothing in here knows how a page looks.
//!
//! Invariant: a sentence stands once in the whole catalog, and what goes beyond the source articles or is one
//! author's view says so.

use crate::training::exercise::Muscle;

/// How a section is meant to be set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// Running text.
    Text,
    /// Numbered points: reasons, or things to do in this order.
    Numbered,
    /// Points without an order, each a term and what belongs to it.
    Table,
    /// A warning, set apart.
    Caution,
}

/// A point of a section: its term, and what there is to say about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// A few words, without a full stop.
    pub term: &'static str,
    /// Whole sentences.
    pub text: &'static str,
}

/// A part of a page: paragraphs, then points; either may be missing.
#[derive(Debug, PartialEq, Eq)]
pub struct Section {
    /// Its heading, without a full stop.
    pub heading: &'static str,
    /// How it is meant to be set.
    pub look: Look,
    /// Paragraphs of whole sentences.
    pub paragraphs: &'static [&'static str],
    /// Points after the paragraphs.
    pub points: &'static [Point],
}

/// One page to read.
#[derive(Debug, PartialEq, Eq)]
pub struct Page {
    /// Stable id, as in links.
    pub id: &'static str,
    /// Its title, without a full stop.
    pub title: &'static str,
    /// What it comes down to, in a sentence or two.
    pub lead: &'static str,
    /// Its parts, in reading order.
    pub sections: &'static [Section],
}

const fn point(term: &'static str, text: &'static str) -> Point {
    Point { term, text }
}

const fn text(heading: &'static str, paragraphs: &'static [&'static str]) -> Section {
    Section { heading, look: Look::Text, paragraphs, points: &[] }
}

const fn caution(heading: &'static str, paragraphs: &'static [&'static str]) -> Section {
    Section { heading, look: Look::Caution, paragraphs, points: &[] }
}

const fn points(
    heading: &'static str,
    look: Look,
    paragraphs: &'static [&'static str],
    points: &'static [Point],
) -> Section {
    Section { heading, look, paragraphs, points }
}

/// Why the upper back is trained, and the note on supplements.
pub static WHY: Page = Page {
    id: "why",
    title: "Why the upper back",
    lead: "A day of sitting and reaching leaves the front of the shoulders busy and the back idle. These are the \
           reasons our sources give for turning that round.",
    sections: &[
        points(
            "Five reasons",
            Look::Numbered,
            &[],
            &[
                point(
                    "Posture",
                    "The muscles between and below the blades hold the shoulders back and the chest up. Posture \
                     is also a habit, so the drills here are short and come often.",
                ),
                point(
                    "An answer to sitting and pushing",
                    "Typing, driving and bench pressing all bring the arms forward. Rows, flies and blade drills \
                     take them the other way.",
                ),
                point(
                    "Balance",
                    "Chest and arms get trained because the mirror shows them. Work behind keeps size and \
                     strength even between front and back.",
                ),
                point(
                    "A scaffold for heavy lifts",
                    "In a squat the bar rests on the upper back, in a deadlift the back keeps its shape under \
                     load, and in a bench press the blades are the base you push from. One source calls it the \
                     scaffold of all three and holds that a strong one makes them safer.",
                ),
                point(
                    "The V",
                    "It means a back that is wide on top, narrow below and thick all through. The lats \
                     at the sides make the width, and the rear delts behind the shoulders cap it. Middle traps \
                     and rhomboids fill the space between the blades.",
                ),
            ],
        ),
        text(
            "Supplements",
            &[
                "Fat burners and meal replacements take the place of neither food nor training, and the trade has \
                 many scams.",
                "Protein powder is food. Creatine and caffeine have evidence behind them and are optional: one of \
                 our sources recommends them, we only report it.",
                "Ask a doctor before you take any supplement, above all with medication or a medical condition.",
            ],
        ),
        text(
            "Where this comes from",
            &[
                "The reasons are those of four articles on the upper back, told in our words. That a V shape is \
                 worth having is the view of one author.",
                "This app promises no cure for a sore neck or back.",
            ],
        ),
    ],
};

/// What to mind before lifting: three things to do, the rules for pain, and when to ask or to get help.
pub static BEFORE: Page = Page {
    id: "before",
    title: "Before you lift",
    lead: "Three things to do before the first set, and the rules for the day when something hurts.",
    sections: &[
        points(
            "Three things",
            Look::Numbered,
            &[],
            &[
                point(
                    "Brace",
                    "Breathe into the belly and tighten it all round, as if someone were about to poke you. Keep \
                     that in every movement, and keep breathing on long sets.",
                ),
                point(
                    "See yourself",
                    "Use a mirror from the side, or film one set and watch it in the rest. A back that rounds \
                     often feels flat from the inside.",
                ),
                point(
                    "Move the mid-back first",
                    "The thoracic spine is the part that carries the ribs, and sitting stiffens it. Cat-cow and \
                     open book loosen it in minutes, and the lifting goes better after them.",
                ),
            ],
        ),
        points(
            "When something hurts",
            Look::Table,
            &["Give the pain a number from 0, none, to 10, the worst you can think of. Judge each \
                 exercise and each side by itself."],
            &[
                point("0–3", "Go on."),
                point("4–5", "Take a lighter weight or shorten the range."),
                point("6–10", "Stop this exercise and swap it for another. Come back to it lighter."),
                point("Worse the next morning", "Treat it like a 6, whatever the number was in training."),
                point(
                    "Spreading, numb or weak",
                    "Stop when pain runs down an arm or a leg, or when part of a limb goes numb or weak. See a \
                     doctor or physiotherapist before the next session.",
                ),
            ],
        ),
        caution(
            "Call emergency help",
            &[
                "Call for chest pain, breathlessness far beyond the effort, fainting, numbness where a saddle would \
                 touch you, or loss of control over the bladder.",
                "None of these waits for the end of a set.",
            ],
        ),
        caution(
            "Ask a clinician first",
            &[
                "Do so after recent surgery or a fracture, with osteoporosis (brittle bones), in pregnancy, or with \
                 blood pressure that is not under control.",
                "Avoid long breath holds under strain, which drive the blood pressure up.",
            ],
        ),
        text(
            "Where this comes from",
            &[
                "Bracing, the mirror and the warm-up are advice of one of our source articles. The pain numbers, \
                 the warning signs and the list of conditions are additions of this app.",
                "All of it is general training information, not medical advice.",
            ],
        ),
    ],
};

/// The frame around the six movements: what the blade is and how to read the picture.
pub static BLADE: Page = Page {
    id: "shoulder-blade",
    title: "Six movements",
    lead: "The shoulder blade is a flat bone that glides on the ribs and carries the socket of the arm. Muscles of \
           the back and the ribs steer it in six directions.",
    sections: &[
        text(
            "How to read the picture",
            &[
                "You look at a back. The broken line is the blade where the movement starts, and the tinted muscles \
                 are those that make it. Helpers are paler, and muscles at the front do not show.",
                "One source counts the rotator cuff among the movers of the blade. We leave it untinted: its four \
                 small muscles sit on the blade and steady the arm in the socket.",
            ],
        ),
        text(
            "Not one right place",
            &[
                "One of our sources teaches back and down as the habit to build. We add that the blade is meant to \
                 travel: an arm overhead needs it turned up, and a push ends with it forward.",
            ],
        ),
    ],
};

/// All pages.
pub static PAGES: [&Page; 3] = [&WHY, &BEFORE, &BLADE];

/// The page of that id.
#[must_use]
pub fn page(id: &str) -> Option<&'static Page> {
    PAGES.into_iter().find(|page| page.id == id)
}

/// The six ways in which a shoulder blade moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Glide {
    /// Up towards the ears.
    Elevation,
    /// Down towards the hips.
    Depression,
    /// In towards the spine.
    Retraction,
    /// Out and round the ribs.
    Protraction,
    /// The socket turns up.
    UpwardRotation,
    /// The socket turns down.
    DownwardRotation,
}

/// What there is to say about one movement of the shoulder blade.
#[derive(Debug, PartialEq, Eq)]
pub struct Movement {
    /// Which movement, for the drawing.
    pub glide: Glide,
    /// Stable id, as in links.
    pub id: &'static str,
    /// Its name in books.
    pub name: &'static str,
    /// What to do to feel it, in two to four words; a cue to call out.
    pub cue: &'static str,
    /// What it looks like and when it happens.
    pub plain: &'static str,
    /// The muscles that make it.
    pub by: &'static [Muscle],
    /// Muscles that help.
    pub helped_by: &'static [Muscle],
    /// Ids of exercises that train it.
    pub trained_by: &'static [&'static str],
}

/// The six movements, in pairs of opposites.
pub static MOVEMENTS: [Movement; 6] = [
    Movement {
        glide: Glide::Elevation,
        id: "elevation",
        name: "Elevation",
        cue: "Shrug up",
        plain: "Both blades ride up towards the ears, as in a shrug. In a carry the same muscles keep the load \
                from dragging the shoulders down.",
        by: &[Muscle::UpperTrapezius],
        helped_by: &[],
        trained_by: &["barbell-shrug", "farmer-carry"],
    },
    Movement {
        glide: Glide::Depression,
        id: "depression",
        name: "Depression",
        cue: "Draw down",
        plain: "The blades slide down and the neck gets longer. It is the first small part of every pull-up.",
        by: &[Muscle::LowerTrapezius],
        helped_by: &[Muscle::LatissimusDorsi],
        trained_by: &["scapular-pull-down", "scapular-pull-up", "posture-reset"],
    },
    Movement {
        glide: Glide::Retraction,
        id: "retraction",
        name: "Retraction",
        cue: "Squeeze together",
        plain: "The inner edges come closer to the spine and the chest opens. Every row should end here.",
        by: &[Muscle::MiddleTrapezius, Muscle::Rhomboids],
        helped_by: &[],
        trained_by: &["mid-back-shrug", "prone-t-raise", "band-pull-apart", "scapular-push-up"],
    },
    Movement {
        glide: Glide::Protraction,
        id: "protraction",
        name: "Protraction",
        cue: "Reach forward",
        plain: "The blades part and slide round the ribs to the front, as when you push a door or hug a tree. \
                Rounded shoulders rest near this end.",
        by: &[Muscle::SerratusAnterior],
        helped_by: &[Muscle::PectoralisMinor],
        trained_by: &["scapular-push-up", "wall-slide", "incline-push-up"],
    },
    Movement {
        glide: Glide::UpwardRotation,
        id: "upward-rotation",
        name: "Upward rotation",
        cue: "Arms overhead",
        plain: "The lower tip swings outward and the socket turns up, so that the arm can go overhead. Upper and \
                lower traps turn it like two hands on a steering wheel, while the serratus, at the side of the \
                ribs, draws the tip round.",
        by: &[Muscle::UpperTrapezius, Muscle::LowerTrapezius, Muscle::SerratusAnterior],
        helped_by: &[],
        trained_by: &["wall-slide", "wall-angel", "prone-y-raise"],
    },
    Movement {
        glide: Glide::DownwardRotation,
        id: "downward-rotation",
        name: "Downward rotation",
        cue: "Arms back down",
        plain: "The tip swings back in and the socket turns down as the arm comes to the side. In a pull-up it \
                happens under load: the lats draw the arm down and the blade follows.",
        by: &[Muscle::Rhomboids],
        helped_by: &[Muscle::LatissimusDorsi],
        trained_by: &["pull-up", "lat-pulldown"],
    },
];

/// The entry of a movement.
#[must_use]
pub fn movement(glide: Glide) -> &'static Movement {
    MOVEMENTS.iter().find(|movement| movement.glide == glide).unwrap_or(&MOVEMENTS[0])
}

/// The movements in which a muscle has a part, for the muscle's page.
pub fn movements_of(muscle: Muscle) -> impl Iterator<Item = &'static Movement> {
    MOVEMENTS
        .iter()
        .filter(move |movement| movement.by.contains(&muscle) || movement.helped_by.contains(&muscle))
}
