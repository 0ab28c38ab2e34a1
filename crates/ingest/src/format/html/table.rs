//! Tables that hold data, as against those that only lay out a page.

use ego_tree::NodeRef;
use ego_tree::iter::Edge;
use scraper::Node;

/// What stands between two cells of a row.
pub(super) const CELL_BREAK: &str = " | ";

/// The longest text of a cell of data, in bytes; longer ones are columns of a page.
const LONGEST_CELL: usize = 300;

/// Whether a table holds data: several rows of several short cells, and no table inside.
pub(super) fn holds_data(table: NodeRef<'_, Node>) -> bool {
    let (mut rows_of_several, mut cells, mut bytes) = (0, 0, 0);
    for edge in table.traverse() {
        match edge {
            Edge::Open(node) => match node.value() {
                Node::Text(text) => {
                    bytes += text.trim().len();
                    if bytes > LONGEST_CELL {
                        return false;
                    }
                }
                Node::Element(element) => match element.name() {
                    "table" if node.id() != table.id() => return false,
                    "form" | "h1" | "ul" | "ol" | "img" => return false,
                    "tr" => cells = 0,
                    "td" | "th" => (cells, bytes) = (cells + 1, 0),
                    _ => {}
                },
                _ => {}
            },
            Edge::Close(node) => {
                if node.value().as_element().is_some_and(|element| element.name() == "tr") && cells > 1 {
                    rows_of_several += 1;
                }
            }
        }
    }
    rows_of_several > 1
}
