//! What is round every stored text: schema version, sequence number and checksum.
//!
//! Form: `1.2s.9f3b01c7.{payload}`: version in decimal, number in base 36, CRC-32C in hexadecimal.
//! Invariant: the checksum covers version, number, key and payload, so a text moved to another key is not taken.

use std::fmt;

use crc::{CRC_32_ISCSI, Crc, Table};

thread_local! {
    // Its table is a kilobyte that nothing compresses: it is worked out when it is first asked for.
    #[allow(clippy::missing_const_for_thread_local)]
    /// CRC-32C (Castagnoli), as in iSCSI, RFC 3720.
    static CRC: Crc<u32, Table<1>> = Crc::<u32, Table<1>>::new(std::hint::black_box(&CRC_32_ISCSI));
}

/// Why a stored text cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// Not in the form this app writes.
    Form,
    /// The checksum does not match: the text was changed or cut.
    Checksum,
    /// Sound, but its content makes no sense to this version.
    Content,
    /// Written by a newer version.
    Newer(u32),
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Form => f.write_str("not in a form this app writes"),
            Self::Checksum => f.write_str("damaged: its checksum does not match"),
            Self::Content => f.write_str("undamaged, but its content makes no sense"),
            Self::Newer(version) => write!(f, "written by a newer version ({version})"),
        }
    }
}

impl std::error::Error for Unreadable {}

/// What stands under a key that was removed, until both stores know of it: sealed, and empty.
#[must_use]
pub fn tombstone(seq: u64, key: &str) -> String {
    seal(super::VERSION, seq, key, "")
}

/// Whether this is a sound tombstone.
#[must_use]
pub fn is_tombstone(text: &str, key: &str) -> bool {
    open(text, key, u32::MAX) == Ok("")
}

/// The sequence number of a sound text, of any version; none if the text cannot be read.
#[must_use]
pub fn number(text: &str, key: &str) -> Option<u64> {
    let (_, seq) = heading(text)?;
    open(text, key, u32::MAX).is_ok().then_some(seq)
}

/// The stored text of `payload` under `key`.
#[must_use]
pub fn seal(version: u32, seq: u64, key: &str, payload: &str) -> String {
    let (version, seq) = (version.to_string(), base36(seq));
    format!("{version}.{seq}.{}.{payload}", checksum(&version, &seq, key, payload))
}

/// The payload of a stored text of version 1 to `newest`.
///
/// # Errors
/// [`Unreadable`] says what is wrong with the text.
pub fn open<'a>(text: &'a str, key: &str, newest: u32) -> Result<&'a str, Unreadable> {
    let (version, seq, sum, payload) = split(text).ok_or(Unreadable::Form)?;
    if checksum(version, seq, key, payload) != sum {
        return Err(Unreadable::Checksum);
    }
    match version.parse() {
        Ok(version) if version > newest => Err(Unreadable::Newer(version)),
        Ok(_) => Ok(payload),
        Err(_) => Err(Unreadable::Form),
    }
}

/// Version and sequence number of a stored text, unchecked.
#[must_use]
pub fn heading(text: &str) -> Option<(u32, u64)> {
    let (version, seq, _, _) = split(text)?;
    Some((version.parse().ok()?, u64::from_str_radix(seq, 36).ok()?))
}

/// Version, number, checksum and payload, each as it stands: any other spelling of them is damage too.
pub(super) fn split(text: &str) -> Option<(&str, &str, &str, &str)> {
    let mut parts = text.splitn(4, '.');
    Some((parts.next()?, parts.next()?, parts.next()?, parts.next()?))
}

fn checksum(version: &str, seq: &str, key: &str, payload: &str) -> String {
    CRC.with(|crc| {
        let mut digest = crc.digest();
        for part in [version, seq, key, payload] {
            digest.update(part.as_bytes());
            digest.update(&[0]);
        }
        format!("{:08x}", digest.finalize())
    })
}

/// A number in base 36, lower case.
#[must_use]
pub(super) fn base36(mut number: u64) -> String {
    let mut digits = Vec::new();
    loop {
        digits.push(char::from_digit((number % 36) as u32, 36).unwrap_or('0'));
        number /= 36;
        if number == 0 {
            break;
        }
    }
    digits.iter().rev().collect()
}
