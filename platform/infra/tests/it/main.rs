//! Adapters against the real thing.

#[cfg(test)]
mod dns;
#[cfg(test)]
mod keys;
#[cfg(test)]
mod mail;
#[cfg(test)]
mod objects;
#[cfg(test)]
mod oidc;
#[cfg(test)]
mod postgres;
#[cfg(test)]
mod redis;
#[cfg(test)]
mod sendgrid;
#[cfg(test)]
mod twilio;
