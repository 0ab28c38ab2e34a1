//! A reader that turns any charset into UTF-8 while it reads.

use std::io::{self, Read};

use encoding_rs::{CoderResult, Decoder, Encoding};

/// Reads `inner`, which is in another charset, as UTF-8.
pub(super) struct Transcoded<R> {
    inner: R,
    decoder: Decoder,
    raw: Vec<u8>,
    text: String,
    read: usize,
    ended: bool,
}

impl<R: Read> Transcoded<R> {
    pub(super) fn new(inner: R, charset: &'static Encoding) -> Self {
        let decoder = charset.new_decoder();
        Self { inner, decoder, raw: vec![0; 8192], text: String::new(), read: 0, ended: false }
    }

    fn fill(&mut self) -> io::Result<()> {
        let count = self.inner.read(&mut self.raw)?;
        self.ended = count == 0;
        self.text.clear();
        self.read = 0;
        let mut raw = &self.raw[..count];
        loop {
            self.text.reserve(4096);
            let (result, consumed, _) = self.decoder.decode_to_string(raw, &mut self.text, self.ended);
            raw = &raw[consumed..];
            if result == CoderResult::InputEmpty {
                return Ok(());
            }
        }
    }
}

impl<R: Read> Read for Transcoded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.read == self.text.len() && !self.ended {
            self.fill()?;
        }
        let count = (&self.text.as_bytes()[self.read..]).read(buffer)?;
        self.read += count;
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_across_two_reads_stay_whole() {
        let text = "Серый пролив ".repeat(5000);
        let utf_16: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        // One byte more shifts every later unit across the reader's buffer.
        let odd = io::Cursor::new(utf_16[..1].to_vec()).chain(&utf_16[1..]);
        let mut read = String::new();
        Transcoded::new(odd, encoding_rs::UTF_16BE).read_to_string(&mut read).unwrap();
        assert_eq!(read, text);
    }
}
