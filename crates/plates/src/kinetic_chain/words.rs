//! The words of a state: name, state sentence, data table, what a change did.

use kinetics::experiments::kinetic_chain::{
    Blocked, Change, Feature, ROLLED_IN, SQUAT_THIGH, STIFF_ANKLE, STIFF_BACK, TIGHT_HIP, Task,
    WEAK, Way, Weak,
};
use kinetics::posture::Measure;

use crate::figure::{Row, Words};
use crate::number::{fixed, whole};

use super::{State, Ways};

/// Whether the feet are rolled in, which only both together can be.
pub(super) fn rolled(state: &State) -> bool {
    state.chain.rolled_in && state.chain.task.is_symmetric()
}

fn degrees(radians: f64) -> String {
    [&fixed(radians.to_degrees(), 0), "°"].concat()
}

fn whole_degrees(degrees: f64) -> String {
    [&fixed(degrees, 0), "°"].concat()
}

/// Items as a list in a sentence.
fn listed(items: &[String]) -> String {
    let mut out = String::new();
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            out.push_str(if index + 1 == items.len() {
                " and "
            } else {
                ", "
            });
        }
        out.push_str(item);
    }
    out
}

/// What is stiff, tight, rolled in or weak.
fn marks(state: &State) -> Vec<String> {
    let chain = &state.chain;
    let mut items = Vec::new();
    if chain.stiff_ankle {
        let most = whole_degrees(STIFF_ANKLE);
        items.push(["ankles that bend no further than ", &most].concat());
    }
    if chain.tight_hip {
        items.push(["hips that always stay bent by ", &whole_degrees(TIGHT_HIP)].concat());
    }
    if chain.stiff_back {
        let most = whole_degrees(STIFF_BACK);
        items.push(["a low back that moves no more than ", &most].concat());
    }
    if rolled(state) {
        items.push(["feet rolled in by ", &whole_degrees(ROLLED_IN)].concat());
    }
    let weak = match chain.effective_weak() {
        None => return items,
        Some(Weak::Calf) => "weak calves",
        Some(Weak::Thigh) => "weak muscles at the front of the thighs",
        Some(Weak::BackOfHip) => "weak muscles at the back of the hips",
        Some(Weak::SideOfHip) => "weak muscles at the side of the hip",
    };
    let share = fixed(100.0 * WEAK, 0);
    items.push(
        [
            weak,
            ", which give at most ",
            &share,
            "\u{a0}% of what they would",
        ]
        .concat(),
    );
    items
}

fn task(state: &State) -> String {
    let done = match state.chain.task {
        Task::Stand => String::from("You stand on both legs, trunk upright"),
        Task::Squat => {
            let thighs = whole_degrees(SQUAT_THIGH);
            ["You squat on flat feet, thighs ", &thighs, " from upright"].concat()
        }
        Task::Step => String::from(
            "You are in the middle of a step, right leg behind, on the ball of its foot",
        ),
        Task::OneLeg => String::from("You stand on your right leg, trunk near upright"),
    };
    let marks = marks(state);
    if marks.is_empty() {
        [&done, "; nothing is stiff or weak."].concat()
    } else {
        [&done, ", with ", &listed(&marks), "."].concat()
    }
}

/// What gives, without an article: `trunk leans 12° more`.
fn gives(task: Task, change: &Change) -> String {
    let both = task.is_symmetric();
    let step = task == Task::Step;
    let part = |one: &'static str, two: &'static str, back: &'static str| {
        if both {
            two
        } else if step {
            back
        } else {
            one
        }
    };
    let (what, more, less) = match change.feature {
        Feature::TrunkLean => ("trunk", "leans {} more", "stays {} more upright"),
        Feature::SideLean => (
            "trunk",
            "leans {} more to the right",
            "leans {} more to the left",
        ),
        Feature::Arch => ("low back", "arches {} more", "rounds {} more"),
        Feature::PelvicTilt => ("pelvis", "tips forward {} more", "tips back {} more"),
        Feature::PelvicDrop => ("pelvis", "drops {} more", "drops {} less"),
        Feature::Hip => ("hip", "bends {} more", "bends {} less"),
        Feature::Knee => match part("knee", "knees", "back knee") {
            two @ "knees" => (two, "bend {} more", "bend {} less"),
            one => (one, "bends {} more", "bends {} less"),
        },
        Feature::OtherKnee => (
            if step { "front knee" } else { "left knee" },
            "bends {} more",
            "bends {} less",
        ),
        Feature::Ankle => match part("ankle", "ankles", "back ankle") {
            two @ "ankles" => (two, "bend {} more", "bend {} less"),
            one => (one, "bends {} more", "bends {} less"),
        },
        Feature::Heel => ("back heel", "rises {} more", "rises {} less"),
        Feature::ShankTurn => match part("shin", "shins", "back shin") {
            two @ "shins" => (two, "turn in {} more", "turn in {} less"),
            one => (one, "turns in {} more", "turns in {} less"),
        },
    };
    let does = if change.by > 0.0 { more } else { less };
    let (before, after) = does.split_once("{}").unwrap_or((does, ""));
    [what, " ", before, &degrees(change.by.abs()), after].concat()
}

fn first(task: Task, way: &Way) -> Option<String> {
    Some(gives(task, way.gives[0].as_ref()?))
}

/// The label of the way in the drawing.
pub(super) fn shown_way(state: &State, ways: &Ways) -> String {
    let Some(way) = ways.way(ways.shown) else {
        return String::from("No way found within these limits");
    };
    let what = first(state.chain.task, way).unwrap_or_else(|| {
        String::from(if ways.shown == 0 {
            "the plain way"
        } else {
            "nearly the plain way"
        })
    });
    let place = |index: usize| whole(index as i32);
    [
        "Way ",
        &place(ways.shown + 1),
        " of ",
        &place(ways.count),
        ": ",
        &what,
    ]
    .concat()
}

/// What differs in the way that is shown.
fn this_way(state: &State, ways: &Ways, way: &Way) -> String {
    let task = state.chain.task;
    let changes: Vec<String> = way
        .gives
        .iter()
        .flatten()
        .map(|change| ["the ", &gives(task, change)].concat())
        .collect();
    let number = whole(ways.shown as i32 + 1);
    let found = match ways.count {
        1 => String::from("The calculation finds one way to do it. "),
        count => [
            "The calculation finds ",
            &whole(count as i32),
            " ways to do it. ",
        ]
        .concat(),
    };
    let shown = if changes.is_empty() {
        let costs = if ways.shown == 0 && !marks(state).is_empty() {
            "What you marked costs nothing here: way 1 is the plain way."
        } else if ways.shown == 0 {
            "Way 1 is the plain way, in which the joints move least."
        } else {
            ""
        };
        if costs.is_empty() {
            ["Way ", &number, " is nearly the plain way."].concat()
        } else {
            String::from(costs)
        }
    } else {
        let than = if marks(state).is_empty() {
            ": compared with way 1, "
        } else {
            ": compared with nothing marked, "
        };
        ["Way ", &number, than, &listed(&changes), "."].concat()
    };
    [found, shown].concat()
}

/// What the shins do when the feet roll in.
fn turned(state: &State, ways: &Ways, way: &Way) -> String {
    let named = |change: &Change| change.feature == Feature::ShankTurn;
    let plain = ways.found.as_ref().map(|found| found.plain);
    match plain.filter(|_| rolled(state) && !way.gives.iter().flatten().any(named)) {
        Some(plain) => {
            let by = way.feature(Feature::ShankTurn) - plain.feature(Feature::ShankTurn);
            [" The shins turn in ", &degrees(by), " with the feet."].concat()
        }
        None => String::new(),
    }
}

/// What gives in the ways that are not shown.
///
/// Where the same gives most in several ways, the next says how they differ.
fn other_ways(state: &State, ways: &Ways) -> String {
    let task = state.chain.task;
    let all = || (0..ways.count).filter_map(|place| Some((place, ways.way(place)?)));
    let mut items = Vec::new();
    for (place, way) in all().filter(|&(place, _)| place != ways.shown) {
        let feature = |way: &Way| way.gives[0].map(|change| change.feature);
        let alone = all()
            .filter(|(_, other)| feature(other) == feature(way))
            .count()
            == 1;
        let named = way.gives.iter().flatten().take(if alone { 1 } else { 2 });
        let changes: Vec<String> = named
            .map(|change| ["the ", &gives(task, change)].concat())
            .collect();
        let what = if changes.is_empty() {
            String::from("hardly anything differs")
        } else {
            listed(&changes)
        };
        items.push([&what, " (", &whole(place as i32 + 1), ")"].concat());
    }
    if items.is_empty() {
        return String::new();
    }
    let start = if items.len() == 1 {
        " In the other, "
    } else {
        " In the others, "
    };
    [
        start,
        &items.join("; "),
        ". Each is possible; none is the way your body must take.",
    ]
    .concat()
}

/// What the nearest pose misses.
fn missing(blocked: &Blocked) -> String {
    let size = blocked.missing.abs();
    match blocked.measure {
        Measure::Moment(_) => [
            "the weak muscles would have to hold ",
            &fixed(size, 0),
            "\u{a0}N\u{a0}m more than they can",
        ]
        .concat(),
        Measure::CenterForward | Measure::CenterSideways => [
            "your weight would be ",
            &fixed(100.0 * size, 1),
            "\u{a0}cm away from where your feet can carry it",
        ]
        .concat(),
        Measure::BallForward(_) | Measure::BallHeight(_) => [
            "the back foot would be ",
            &fixed(100.0 * size, 1),
            "\u{a0}cm from its place",
        ]
        .concat(),
        _ => [
            "the pose would be off by ",
            &fixed(size.to_degrees(), 1),
            "°",
        ]
        .concat(),
    }
}

fn outcome(state: &State, ways: &Ways) -> String {
    let held = if state.chain.stiff_back {
        " At rest a stiff back is all that can be shown of a core that is not in tune: not its \
         breath, and not its timing."
    } else {
        ""
    };
    let text = match (
        ways.way(ways.shown),
        ways.found.and_then(|found| found.blocked),
    ) {
        (Some(way), _) => [
            this_way(state, ways, way),
            turned(state, ways, way),
            other_ways(state, ways),
        ]
        .concat(),
        (None, Some(blocked)) => [
            "The calculation finds no way within these limits: ",
            &missing(&blocked),
            ". Something else would have to change, such as less depth, a wedge under the heels \
             or a hand on a support.",
        ]
        .concat(),
        (None, None) => String::from("The calculation finds no way within these limits."),
    };
    [&text, held].concat()
}

/// The words of `state`, whose ways are `ways`.
pub(super) fn words(state: &State, ways: &Ways) -> Words {
    let doing = match state.chain.task {
        Task::Stand => "standing on both legs",
        Task::Squat => "in a squat",
        Task::Step => "in a step",
        Task::OneLeg => "standing on the right leg",
    };
    Words {
        name: [
            "A body ",
            doing,
            ", from the side and from the front, with other ways behind it",
        ]
        .concat(),
        state: [&task(state), " ", &outcome(state, ways)].concat(),
        rows: rows(ways),
    }
}

const ROWS: [(Feature, &str); Feature::COUNT] = [
    (Feature::TrunkLean, "Trunk leans forward"),
    (Feature::SideLean, "Trunk leans to the right"),
    (Feature::Arch, "Low back arches"),
    (Feature::PelvicTilt, "Pelvis tips forward"),
    (Feature::PelvicDrop, "Pelvis drops on the left"),
    (Feature::Hip, "Right hip bends"),
    (Feature::Knee, "Right knee bends"),
    (Feature::OtherKnee, "Left knee bends"),
    (Feature::Ankle, "Right ankle bends"),
    (Feature::Heel, "Right heel rises"),
    (Feature::ShankTurn, "Right shin turns in"),
];

fn rows(ways: &Ways) -> Vec<Row> {
    let plain = ways.found.as_ref().map(|found| &found.plain);
    let both = [plain, ways.solid()];
    let row = |label, value: &dyn Fn(&Way) -> String| Row {
        label,
        cells: both
            .map(|way| way.map_or_else(|| String::from("–"), value))
            .to_vec(),
    };
    let mut rows: Vec<Row> = ROWS
        .iter()
        .map(|&(feature, label)| row(label, &|way| degrees(way.feature(feature))))
        .collect();
    rows.push(row("Weight ahead of the flat heel", &|way| {
        [&fixed(100.0 * way.center_forward, 1), "\u{a0}cm"].concat()
    }));
    rows.push(Row {
        label: "Ways found",
        cells: vec![String::from("–"), whole(ways.count as i32)],
    });
    rows
}

/// One sentence on what changed from `old` to `new`.
pub(super) fn change(old: &State, new: &State) -> String {
    if old == new {
        return String::from("Nothing changes.");
    }
    [&shown_way(new, &new.ways()), "."].concat()
}
