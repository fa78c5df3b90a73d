//! Text messages beside the letters of a developer's mailbox.

use std::path::PathBuf;

use async_trait::async_trait;
use kernel::ports::{SentText, TextError, TextMessage, Texter};

use crate::mail::{Folder, KeptMail};

/// Keeps text messages instead of sending them.
#[derive(Debug, Clone)]
pub struct SmsFolder(Folder);

impl SmsFolder {
    /// Messages below `root`, which is made when the first one comes.
    pub fn new(root: impl Into<PathBuf>) -> Self {
        Self(Folder::new(root))
    }
}

#[async_trait]
impl Texter for SmsFolder {
    async fn send(&self, message: &TextMessage) -> Result<SentText, TextError> {
        let escaped = message.text.replace('&', "&amp;").replace('<', "&lt;");
        let kept = KeptMail {
            id: message.id.uuid(),
            from_name: message.from_name.clone(),
            to: message.to.as_str().to_owned(),
            subject: "SMS".to_owned(),
            text: message.text.clone(),
            html: format!("<p>{escaped}</p>"),
            unsubscribe: None,
            from: None,
            reply_to: None,
        };
        let kept = self.0.keep(&kept);
        kept.map_err(|error| TextError::Unavailable(error.to_string()))?;
        Ok(SentText { provider_id: None })
    }
}
