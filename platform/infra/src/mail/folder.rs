//! Mail in a folder, a file for each: the mailbox of a developer's machine.

use std::io;
use std::path::PathBuf;

use async_trait::async_trait;
use kernel::ports::{Mail, MailError, MailProvider, Mailer};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Older mail is thrown away.
const MOST_KEPT: usize = 500;

/// Keeps mail instead of sending it.
#[derive(Debug, Clone)]
pub struct Folder {
    root: PathBuf,
}

/// A message that was kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptMail {
    /// Its id.
    pub id: Uuid,
    /// The name of the sender.
    pub from_name: String,
    /// Who would have got it.
    pub to: String,
    /// What it is about.
    pub subject: String,
    /// What it says.
    pub text: String,
    /// The same as a page.
    pub html: String,
    /// Where one click ends such mail.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unsubscribe: Option<String>,
    /// The tenant's own address that it would have come from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// Where answers would have gone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply_to: Option<String>,
}

impl Folder {
    /// Mail below `root`, which is made when the first message comes.
    pub fn new(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into() }
    }

    /// What was kept, the newest first.
    pub fn read(&self) -> io::Result<Vec<KeptMail>> {
        let mut mails = Vec::new();
        for path in self.files()? {
            // A file that was thrown away meanwhile is not there; any other text is not ours.
            let Ok(bytes) = std::fs::read(path) else {
                continue;
            };
            mails.extend(serde_json::from_slice::<KeptMail>(&bytes).ok());
        }
        Ok(mails)
    }

    /// The files of kept mail, the newest first: ids sort by the moment they were made.
    fn files(&self) -> io::Result<Vec<PathBuf>> {
        let entries = match std::fs::read_dir(&self.root) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(error),
        };
        let mut files: Vec<PathBuf> = entries
            .filter_map(|entry| Some(entry.ok()?.path()))
            .filter(|path| {
                path.extension()
                    .is_some_and(|extension| extension == "json")
            })
            .collect();
        files.sort_unstable_by(|a, b| b.cmp(a));
        Ok(files)
    }

    /// Keeps a message.
    pub(crate) fn keep(&self, kept: &KeptMail) -> io::Result<()> {
        std::fs::create_dir_all(&self.root)?;
        let unfinished = self.root.join(format!(".{}", kept.id));
        std::fs::write(&unfinished, serde_json::to_vec_pretty(kept)?)?;
        std::fs::rename(unfinished, self.root.join(format!("{}.json", kept.id)))?;
        for old in self.files()?.into_iter().skip(MOST_KEPT) {
            std::fs::remove_file(old)?;
        }
        Ok(())
    }
}

#[async_trait]
impl Mailer for Folder {
    async fn send(&self, mail: &Mail) -> Result<MailProvider, MailError> {
        let kept = KeptMail {
            id: mail.id,
            from_name: mail.from_name.clone(),
            to: mail.to.as_str().to_owned(),
            subject: mail.subject.clone(),
            text: mail.text.clone(),
            html: mail.html.clone(),
            unsubscribe: mail.unsubscribe.clone(),
            from: mail
                .sender
                .as_ref()
                .map(|it| it.address.as_str().to_owned()),
            reply_to: mail.reply_to.as_ref().map(|it| it.as_str().to_owned()),
        };
        self.keep(&kept)
            .map_err(|error| MailError::Unavailable(error.to_string()))?;
        Ok(MailProvider::Folder)
    }

    /// Nothing is sent, and the file has the sender that it would have.
    fn signs(&self) -> bool {
        true
    }
}
