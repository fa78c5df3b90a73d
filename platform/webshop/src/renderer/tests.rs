//! The renderer with small scripts of its own.

use super::*;

fn renderer(script: &str, change: impl FnOnce(&mut Limits)) -> Renderer {
    let mut limits = Limits {
        engines: NonZeroUsize::new(2).unwrap(),
        memory: 16 * 1024 * 1024,
        stack: 512 * 1024,
        load_time: Duration::from_secs(5),
        call_time: Duration::from_millis(200),
        wait: Duration::from_secs(5),
        calls: 1000,
    };
    change(&mut limits);
    Renderer::new(script.into(), limits)
}

#[tokio::test]
async fn a_call_gets_text_and_returns_text() {
    let renderer = renderer("globalThis.render = (text) => text + '!'", |_| ());

    assert_eq!(
        renderer.call("render", "käse".to_owned()).await.unwrap(),
        "käse!"
    );
}

#[tokio::test]
async fn a_script_that_throws_says_what_and_the_next_call_works() {
    let script = "globalThis.render = (text) => { if (text === 'bad') throw new Error('no such thing'); return text; }";
    let renderer = renderer(script, |_| ());

    let error = renderer.call("render", "bad".to_owned()).await.unwrap_err();

    assert!(error.to_string().contains("no such thing"), "{error}");
    assert_eq!(
        renderer.call("render", "good".to_owned()).await.unwrap(),
        "good"
    );
}

#[tokio::test]
async fn a_script_that_does_not_end_is_stopped() {
    let renderer = renderer("globalThis.render = () => { for (;;) {} }", |_| ());

    let error = renderer.call("render", String::new()).await.unwrap_err();

    assert!(
        matches!(error, RenderError::Engine(EngineError::TooSlow(_))),
        "{error}"
    );
}

#[tokio::test]
async fn a_script_that_wants_all_memory_is_stopped() {
    let script = "globalThis.render = () => { const all = []; for (;;) all.push('x'.repeat(1000) + all.length); }";
    let renderer = renderer(script, |limits| limits.call_time = Duration::from_secs(20));

    let error = renderer.call("render", String::new()).await.unwrap_err();

    assert!(
        matches!(error, RenderError::Engine(EngineError::Failed(_))),
        "{error}"
    );
}

#[tokio::test]
async fn an_engine_is_made_anew_after_its_calls() {
    let script = "let calls = 0; globalThis.render = () => String(++calls)";
    let renderer = renderer(script, |limits| {
        limits.calls = 3;
        limits.engines = NonZeroUsize::new(1).unwrap();
    });

    let mut counted = Vec::new();
    for _ in 0..7 {
        counted.push(renderer.call("render", String::new()).await.unwrap());
    }

    assert_eq!(counted, ["1", "2", "3", "1", "2", "3", "1"]);
}

#[tokio::test]
async fn whoever_finds_every_engine_busy_waits_only_so_long() {
    let renderer = renderer("globalThis.render = () => { for (;;) {} }", |limits| {
        limits.engines = NonZeroUsize::new(1).unwrap();
        limits.call_time = Duration::from_secs(1);
        limits.wait = Duration::from_millis(10);
    });

    let (first, second) = tokio::join!(
        renderer.call("render", String::new()),
        renderer.call("render", String::new()),
    );

    assert!(matches!(first, Err(RenderError::Engine(_))), "{first:?}");
    assert!(matches!(second, Err(RenderError::Busy(_))), "{second:?}");
}

#[tokio::test]
async fn a_script_that_does_not_load_fails_every_call() {
    let renderer = renderer("this is no script", |_| ());

    let error = renderer.call("render", String::new()).await.unwrap_err();

    assert!(
        matches!(error, RenderError::Engine(EngineError::Failed(_))),
        "{error}"
    );
}
