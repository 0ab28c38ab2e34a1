//! Tables: which column holds which field.

use crate::format::FormatError;
use crate::options::Mapping;
use crate::outcome::SkipReason;

/// What is known about all records of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Table {
    delimiter: u8,
    columns: usize,
    /// Field of a statement, and the index of the column that holds it.
    fields: Vec<(&'static str, usize)>,
}

impl Table {
    /// Finds the fields among the columns `names`: where `mapping` says, and else under their own names.
    pub(super) fn new(
        delimiter: u8,
        names: &[String],
        mapping: Option<&Mapping>,
    ) -> Result<Self, SkipReason> {
        let position = |wanted: &str| {
            let same = |name: &String| name.trim().eq_ignore_ascii_case(wanted);
            names.iter().position(|name| name == wanted).or_else(|| names.iter().position(same))
        };
        let by_number = |wanted: &str| {
            let index = wanted.parse::<usize>().ok()?.checked_sub(1)?;
            (index < names.len()).then_some(index)
        };
        let mut fields = Vec::new();
        for field in Mapping::FIELDS {
            let mapped = mapping.and_then(|mapping| mapping.pairs().find(|(mapped, _)| *mapped == field));
            let column = match mapped {
                None => position(field),
                Some((_, wanted)) => {
                    let missing = || SkipReason::NoColumn { missing: wanted.into(), columns: names.to_vec() };
                    Some(position(wanted).or_else(|| by_number(wanted)).ok_or_else(missing)?)
                }
            };
            fields.extend(column.map(|column| (field, column)));
        }
        if !fields.iter().any(|(field, _)| *field == "text") {
            return Err(SkipReason::NoTextColumn { columns: names.to_vec() });
        }
        Ok(Self { delimiter, columns: names.len(), fields })
    }

    /// Fields and the indices of their columns.
    pub(crate) fn fields(&self) -> impl Iterator<Item = (&'static str, usize)> {
        self.fields.iter().copied()
    }

    /// The media type of the file that the table is.
    pub(crate) fn media_type(&self) -> &'static str {
        if self.delimiter == b'\t' { "text/tab-separated-values" } else { "text/csv" }
    }

    /// Whether a quotation in a record may be open at its end.
    pub(crate) fn has_open_quotation(&self, bytes: &[u8]) -> bool {
        self.delimiter != b'\t' && bytes.iter().filter(|byte| **byte == b'"').count() % 2 == 1
    }

    /// The cells of a record, and how many malformed sequences were replaced in them. `line` is where the record
    /// begins.
    pub(crate) fn cells(&self, bytes: &[u8], line: u64) -> Result<(Vec<String>, usize), SkipReason> {
        let mut record = csv::ByteRecord::new();
        reader(bytes, self.delimiter)
            .read_byte_record(&mut record)
            .map_err(|error| FormatError::Table(error.to_string()))?;
        if record.len() != self.columns {
            return Err(SkipReason::Ragged { line, found: record.len(), expected: self.columns });
        }
        let mut replaced = 0;
        let mut text = |cell: &[u8]| {
            replaced += cell.utf8_chunks().filter(|chunk| !chunk.invalid().is_empty()).count();
            String::from_utf8_lossy(cell).into_owned()
        };
        Ok((record.iter().map(&mut text).collect(), replaced))
    }
}

/// A reader of records, whose lengths may differ. Tab-separated values have no quotation: there a quotation mark
/// is a character like any other.
pub(super) fn reader<R: std::io::Read>(input: R, delimiter: u8) -> csv::Reader<R> {
    csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .quoting(delimiter != b'\t')
        .from_reader(input)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(names: &[&str], mapping: &str) -> Result<Table, SkipReason> {
        let names: Vec<String> = names.iter().map(ToString::to_string).collect();
        let mapping: Option<Mapping> = (!mapping.is_empty()).then(|| mapping.parse().unwrap());
        Table::new(b',', &names, mapping.as_ref())
    }

    #[test]
    fn columns_are_found_by_mapping_name_and_number() {
        assert_eq!(table(&["Date", "Text"], "").unwrap().fields, [("text", 1), ("date", 0)]);
        assert_eq!(table(&["body", "2"], "text=body,date=2").unwrap().fields, [("text", 0), ("date", 1)]);
        assert_eq!(table(&["a", "b"], "text=2").unwrap().fields, [("text", 1)]);
    }

    #[test]
    fn a_missing_column_is_named_with_those_there_are() {
        let reason = table(&["a", "b"], "text=c").unwrap_err().to_string();
        assert_eq!(reason, "there is no column \"c\"; there are a, b");
        assert!(table(&["a", "b"], "text=3").is_err() && table(&["a", "b"], "text=0").is_err());
        let reason = table(&["a", "b"], "").unwrap_err().to_string();
        assert!(reason.contains("--map text=COLUMN; there are a, b"), "{reason}");
    }

    #[test]
    fn a_record_has_as_many_cells_as_the_table_columns() {
        let table = table(&["a", "text"], "").unwrap();
        assert_eq!(table.cells(b"1,\"x, \"\"y\"\"\"", 1).unwrap().0, ["1", "x, \"y\""]);
        assert_eq!(table.cells(b"1,\xFF", 1).unwrap().1, 1);
        assert!(table.has_open_quotation(b"1,\"x\n2,y") && !table.has_open_quotation(b"1,\"x\""));
        let reason = table.cells(b"1", 9).unwrap_err().to_string();
        assert_eq!(reason, "the record on line 9 has 1 cells, the table 2 columns");
    }
}
