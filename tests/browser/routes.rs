//! Addresses.

use wasm_bindgen_test::wasm_bindgen_test;
use yoke_app::web::routes::Route;

#[wasm_bindgen_test]
fn every_route_reads_back_as_it_was_written() {
    let id = || "deadlift".to_owned();
    for route in [
        Route::Today,
        Route::Start,
        Route::Programs,
        Route::Program(id()),
        Route::Exercises(String::new()),
        Route::Exercises("q=row&muscle=rhomboids".to_owned()),
        Route::Exercise(id()),
        Route::Mirror(id()),
        Route::Own(id()),
        Route::OwnEdit(id()),
        Route::OwnNew,
        Route::Muscle(id()),
        Route::Learn(String::new()),
        Route::Learn(id()),
        Route::Break,
        Route::Workout,
        Route::Progress,
        Route::PastEdit(id()),
        Route::History,
        Route::Past(id()),
        Route::Settings,
        Route::Sound,
        Route::Weights,
        Route::Reminders,
        Route::Data,
        Route::Unknown("no/such/place".to_owned()),
    ] {
        assert_eq!(Route::parse(&route.href()), route);
    }
}

#[wasm_bindgen_test]
fn hand_made_addresses_lead_somewhere() {
    for (hash, route) in [
        ("", Route::Today),
        ("#", Route::Today),
        ("#/today", Route::Today),
        ("#exercises/", Route::Exercises(String::new())),
        ("#/exercises/x/y", Route::Unknown("exercises/x/y".to_owned())),
        ("#/<script>", Route::Unknown("<script>".to_owned())),
    ] {
        assert_eq!(Route::parse(hash), route, "{hash:?}");
    }
}
