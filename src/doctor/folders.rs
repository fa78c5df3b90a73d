//! What the program reads and writes on this machine, and the keys that it signs with.

use std::fs;
use std::path::Path;

use domain::identity::Tokens;
use kernel::ports::Ids;
use webshop::Bundle;

use super::Patient;
use super::finding::Finding;

pub(super) fn look(patient: &Patient) -> Vec<Finding> {
    let mut findings = Vec::new();
    findings.extend(keys(patient));
    findings.push(match patient.settings.web_shop.folder.as_deref() {
        None => Finding::warn("STOREFRONT_DIR", "is not set: storefronts have no pages")
            .advise("name the built web shop, unless another program has the pages"),
        Some(folder) => match Bundle::read(folder) {
            Ok(_) => Finding::ok("STOREFRONT_DIR", "the web shop can be read"),
            Err(why) => Finding::fail("STOREFRONT_DIR", kernel::chain(&why))
                .advise("build the web shop again (scripts/build-storefront.sh)"),
        },
    });
    findings
}

/// Nothing when the setting was unusable, which has been told.
fn keys(patient: &Patient) -> Option<Finding> {
    let keys = patient.settings.identity.token_keys.clone()?;
    let tokens = Tokens::new(keys, patient.settings.platform_domain.as_str());
    let known: Vec<String> = tokens.public_keys().into_iter().map(|key| key.id).collect();
    let says = match known.as_slice() {
        [signing] => format!("{signing} signs, and no other is believed"),
        [signing, others @ ..] => format!("{signing} signs; believed too: {}", others.join(", ")),
        [] => return None,
    };
    Some(Finding::ok("TOKEN_KEYS", says))
}

/// Whether a file can be made in the folder, which is made like the program makes it.
pub(super) fn is_writable(folder: &Path) -> Result<(), String> {
    let about = |why: std::io::Error| format!("{}: {why}", folder.display());
    fs::create_dir_all(folder).map_err(about)?;
    let file = folder.join(format!(".doctor-{}", Ids.uuid()));
    fs::write(&file, b"written by stoa doctor").map_err(about)?;
    fs::remove_file(&file).map_err(about)
}
