"""The rules of the masthead, for whoever wants to know what made a value."""

RULES: dict[str, str] = {
    "masthead.according_to": "whom a report is told on the word of: `according to the press service of ...`",
    "masthead.closing_tag": "an agency's tag at the end: `(ABC)`, `-- ABC`, `ABC/xy/1840`",
    "masthead.credit": "a credit: `Source: ...`, `Text: ...`, `Copyright ...`",
    "masthead.date_line": "a line that is only a date, with its label, time of day and issuer",
    "masthead.dateline": "place, day and agency before the running text",
    "masthead.footer": "a publisher of the lexicon in a footer",
    "masthead.home": "the party whose officials are named without a country",
    "masthead.in_a_paper": "`In a news release Tuesday, the ministry's spokesperson said`",
    "masthead.letterhead": "a line above the text that names an institution and nothing else",
    "masthead.own_voice": "a publisher that speaks of itself: `ABC reports`, `told ABC`",
    "masthead.paper_of": "`a statement by the ministry's press office said`",
    "masthead.paper_said": "`a foreign ministry release said`",
    "masthead.reference": "a reference number with the issuer's acronym",
    "masthead.said_in_a_paper": "`The ministry said in a statement`",
    "masthead.signature": "a line below the text that names an institution and nothing else",
    "masthead.source_said": "at the end of a sentence: `..., the ministry announced`",
    "masthead.speaker_said": "`The press service of the ministry reported that ...`",
    "masthead.statement_by": "a title: `Statement by Spokesperson X on ...`",
    "masthead.title": "an institution before the colon of a title",
}
