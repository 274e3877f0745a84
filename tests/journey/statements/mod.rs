//! From the first statement to the ambition.

mod ambition;
mod answer_kinds;
mod answering;
mod early;
mod order;
mod scope;
mod whole_scan;
