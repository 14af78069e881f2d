//! The public API of the standard package of every language → the text that its folder keeps of it.
//!
//! `SNAPSHOTS=overwrite` writes that text.

use snapbox::{Assert, Data};
use tests::languages::languages;
use tests::{spec_text, toolchain};

use super::{in_every_language, outputs, parsed};

#[test]
fn every_language_keeps_its_api() {
    for language in languages() {
        let folder = language.folder();
        assert!(
            language.script("api").is_some(),
            "{} has no script `api`",
            folder.display()
        );
    }
    let standard = parsed(&spec_text());
    in_every_language(|language| {
        let outputs = outputs(language, "api", &language.render(&standard));
        let api = toolchain::run(&mut language.call("api", &outputs));
        let path = language.folder().join("api.txt");
        // What languages write, such as `...`, elides nothing here.
        let kept = Data::read_from(&path, None).raw();
        Assert::new().action_env("SNAPSHOTS").eq(api, kept);
    });
}
