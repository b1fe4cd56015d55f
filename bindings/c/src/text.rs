//! What C passes: a pointer and a length.

use std::ffi::{c_char, c_void};

use interlink::problem::{Code, Problem};

/// Some bytes: a text in UTF-8, without a terminating NUL, or an id. The giver owns them, and they need to be valid
/// only during the call. Empty: len is 0, and data may be NULL.
#[repr(C)]
#[derive(Debug, Clone, Copy)]
pub struct InterlinkBytes {
    /// The first byte.
    pub data: *const c_void,
    /// The number of bytes.
    pub len: usize,
}

impl InterlinkBytes {
    pub(crate) const NONE: Self = Self { data: std::ptr::null(), len: 0 };

    pub(crate) const fn of(bytes: &[u8]) -> Self {
        Self { data: bytes.as_ptr().cast(), len: bytes.len() }
    }

    /// # Safety
    /// As for [`bytes`].
    #[inline]
    pub(crate) unsafe fn get<'a>(self, name: &str) -> Result<&'a [u8], Problem> {
        // SAFETY: the caller vouches for what `bytes` asks.
        unsafe { bytes(self.data.cast(), self.len, name) }
    }

    /// # Safety
    /// As for [`bytes`].
    #[inline]
    pub(crate) unsafe fn text<'a>(self, name: &str) -> Result<&'a str, Problem> {
        // SAFETY: the caller vouches for what `bytes` asks.
        unsafe { text(self.data.cast(), self.len, name) }
    }
}

/// A required argument that is NULL.
#[cold]
pub(crate) fn null(name: &str) -> Problem {
    Problem::new(Code::CallNull, format!("The argument {name} is NULL."))
}

#[cold]
fn too_long(name: &str, len: usize) -> Problem {
    Problem::new(Code::CallLength, format!("The argument {name} cannot have {len} bytes."))
}

#[cold]
fn not_utf8(name: &str, from: usize) -> Problem {
    Problem::new(Code::CallNotUtf8, format!("The argument {name} is not valid UTF-8 from byte {from} on."))
}

/// The bytes behind a pointer.
///
/// # Safety
/// `data` is NULL or points to `len` bytes that do not change for as long as `'a`.
#[inline]
pub(crate) unsafe fn bytes<'a>(data: *const u8, len: usize, name: &str) -> Result<&'a [u8], Problem> {
    if len > isize::MAX as usize {
        return Err(too_long(name, len));
    }
    match (data.is_null(), len) {
        (_, 0) => Ok(&[]),
        (true, _) => Err(null(name)),
        // SAFETY: not NULL, no longer than half of the memory, and the caller vouches for the rest.
        (false, _) => Ok(unsafe { std::slice::from_raw_parts(data, len) }),
    }
}

/// The text behind a pointer.
///
/// # Safety
/// As for [`bytes`].
#[inline]
pub(crate) unsafe fn text<'a>(data: *const c_char, len: usize, name: &str) -> Result<&'a str, Problem> {
    // SAFETY: the caller vouches for what `bytes` asks.
    let bytes = unsafe { bytes(data.cast(), len, name) }?;
    std::str::from_utf8(bytes).map_err(|error| not_utf8(name, error.valid_up_to()))
}

/// The values behind a pointer.
///
/// # Safety
/// `first` is NULL or points to `count` values that do not change for as long as `'a`.
pub(crate) unsafe fn values<'a, T>(first: *const T, count: usize, name: &str) -> Result<&'a [T], Problem> {
    if count.checked_mul(size_of::<T>()).is_none_or(|size| size > isize::MAX as usize) {
        return Err(Problem::new(Code::CallLength, format!("There cannot be {count} {name}.")));
    }
    match (first.is_null(), count) {
        (_, 0) => Ok(&[]),
        (true, _) => Err(null(name)),
        // SAFETY: not NULL, no longer than half of the memory, and the caller vouches for the rest.
        (false, _) => Ok(unsafe { std::slice::from_raw_parts(first, count) }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_text_is_refused() {
        let code = |data: *const u8, len| {
            // SAFETY: no test says more bytes than there are where they would be read.
            unsafe { text(data.cast(), len, "url") }.map_err(|problem| problem.code)
        };
        assert_eq!(code(std::ptr::null(), 0), Ok(""));
        assert_eq!(code(std::ptr::null(), 1), Err(Code::CallNull));
        assert_eq!(code(b"abc".as_ptr(), 2), Ok("ab"));
        assert_eq!(code(b"a\xff".as_ptr(), 2), Err(Code::CallNotUtf8));
        assert_eq!(code(b"abc".as_ptr(), usize::MAX), Err(Code::CallLength));
        // SAFETY: it is not dereferenced.
        let many = unsafe { values(b"abc".as_ptr().cast::<u64>(), usize::MAX / 8, "numbers") };
        assert_eq!(many.unwrap_err().code, Code::CallLength);
    }
}
