//! `make figures`: film strips of all figures as one page, for the eye of a coach.
//!
//! Five frames a cycle from the best angle, then start and end from each other view; cue words below.

#![allow(clippy::print_stdout)]

use yoke_app::catalog;
use yoke_app::figure::{Figure, Frame, View, ids};

fn main() {
    let styles = [include_str!("../../style/tokens.css"), include_str!("../../style/figure.css")].join("\n");
    println!("<!doctype html><meta charset=utf-8><title>Yoke figures</title><style>{styles}");
    println!("body {{ margin: 24px; background: var(--bg); color: var(--ink); font: var(--t-body); }}");
    println!(
        ".strip {{ display: flex; gap: 4px; }} .strip figure {{ width: 220px; height: 240px; margin: 0; background: var(--s1); }}"
    );
    println!("p {{ color: var(--ink-2); }}</style>");
    for id in ids() {
        let Some(figure) = Figure::for_exercise(id) else { continue };
        let name = catalog::find(id).map_or(id, |exercise| exercise.name);
        println!("<h2>{name}</h2><p>{}</p><div class=strip>", figure.describe(name));
        for nth in 0..5 {
            picture(&figure, figure.duration_ms() * f64::from(nth) / 5.0, View::Best);
        }
        for view in figure.views().into_iter().filter(|view| *view != View::Best) {
            picture(&figure, figure.start_t(), view);
            picture(&figure, figure.end_t(), view);
        }
        println!("</div>");
    }
}

fn picture(figure: &Figure, t_ms: f64, view: View) {
    let frame: Frame = figure.frame(t_ms, view);
    let key = format!("{}-{t_ms:.0}-{view:?}", figure.id());
    println!("<figure><svg class=fig viewBox=\"{}\">", figure.view_box(view));
    for (nth, d) in frame.clips().enumerate() {
        println!("<clipPath id=\"{key}-{nth}\"><path d=\"{d}\"/></clipPath>");
    }
    for shape in frame.shapes() {
        let width = shape.width.map(|width| format!(" stroke-width=\"{width:.1}\"")).unwrap_or_default();
        let clip = shape.clip.map(|nth| format!(" clip-path=\"url(#{key}-{nth})\"")).unwrap_or_default();
        println!("<path class=\"{}\" d=\"{}\"{width}{clip}/>", shape.class, shape.d);
    }
    println!("</svg></figure>");
}
