//! The record that everything in Verbale turns on: a diplomatic [`Statement`] and the values it is made of.
//!
//! Values only: nothing here reads, writes or asks a clock, so that every other crate can depend on it.
//!
//! ```
//! use verbale_statement::{Language, PartialDate};
//!
//! let date: PartialDate = "2021-11".parse()?;
//! assert_eq!(date.last_day().to_string(), "2021-11-30");
//! assert_eq!("ru".parse::<Language>()?, Language::RUSSIAN);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod address;
mod country;
mod date;
mod field;
mod id;
mod kind;
mod language;
mod mention;
mod organisation;
mod provenance;
mod statement;

pub use address::{address_key, is_same_address, normal_address};
pub use country::{Country, CountryError};
pub use date::{DateError, PartialDate};
pub use field::Field;
pub use id::{IdError, StatementId};
pub use kind::{Kind, KindError};
pub use language::{Language, LanguageError};
pub use mention::{Mention, Mentioned, MentionedError, Mentions};
pub use organisation::{Organisation, OrganisationError};
pub use provenance::{Evidence, Provenance};
pub use statement::{Origin, Paragraph, ParagraphRole, Speaker, Statement, Translation};
