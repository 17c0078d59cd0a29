"""A refusal is a kind with a status; its Russian sentence stands in `spartakiad.words.refusals`.

Refusal
├── 404  the thing is not there, or not yours to see
├── 403  your role does not do this
├── 409  it contradicts what is already recorded
├── 410  it was there and is given to nobody any more
└── 422  what was typed cannot be taken
"""

from collections.abc import Mapping
from types import MappingProxyType

_AT_THE_SCALES = ("weight_unread", "weight_unlikely", "nobody_of_name", "several_of_name")
_OF_ENTRIES = ("role_closed", "wrong_rank", "rank_needed", "rank_unknown", "category_of_other_sex", "bad_categories")
_OF_LINEUPS = ("lineup_twice", "lineup_size", "lineup_sexes", "lineup_reserves", "bad_leg")
_OF_SLIPS = ("slip_missing", "slip_wrong", "slip_twice", "slip_no_lane", "slip_no_heat", "lanes_few")
_OF_SHEETS = {"sheet_not_official": 409, "sheet_same": 409, "sheet_closed": 410, "sheet_file_needed": 422}
_OF_POOLS = ("slip_no_pool", "slip_empty_pool", "courts_torn", "pool_left_out", "pool_too_small", "pools_wanted")

STATUS: Mapping[str, int] = MappingProxyType(
    {
        **dict.fromkeys((*_AT_THE_SCALES, *_OF_ENTRIES, *_OF_LINEUPS, *_OF_SLIPS, *_OF_POOLS), 422),
        "not_found": 404,
        "not_allowed": 403,
        "form_expired": 403,
        "foreign_origin": 403,
        "invitation_void": 404,
        "not_in_hall": 404,
        "card_void": 422,
        "card_other_day": 422,
        "card_shut": 409,
        "card_full": 409,
        "card_known": 409,
        "card_unprintable": 409,
        "wrong_words": 422,
        "words_paused": 422,
        "full_name_needed": 422,
        "day_over": 422,
        "key_reused": 422,
        "stale": 409,
        "mark_changed": 409,
        "already_listed": 409,
        "scope_too_narrow": 422,
        "mark_moved": 409,
        "records_unreadable": 422,
        "bundle_unreadable": 422,
        "bundle_elsewhere": 422,
        "bundle_unproved": 422,
        "bundle_gap": 422,
        "record_settled": 409,
        "device_revoked": 409,
        "typist_unproved": 409,
        "not_your_contest": 409,
        "self_confirmation": 409,
        "nothing_to_confirm": 409,
        "nothing_ticked": 422,
        "not_all_confirmed": 409,
        "no_marks": 409,
        "no_matches": 409,
        "match_played": 409,
        "same_sides": 422,
        "other_pool": 422,
        "no_draws": 422,
        "draw_unsealed": 409,
        "bad_seed": 422,
        "bad_called": 422,
        "turns_closed": 409,
        "bib_missing": 422,
        "bib_twice": 422,
        "bib_taken": 422,
        "no_hour": 422,
        "bad_span": 422,
        "race_open": 409,
        "turn_taken": 422,
        "counts_needed": 422,
        "counts_torn": 422,
        "protest_open": 409,
        "protest_decided": 409,
        "photo_needed": 422,
        "photo_heic": 422,
        "photo_broken": 422,
        "photo_too_fine": 422,
        "places_needed": 422,
        "places_torn": 422,
        "wrong_state": 409,
        "contest_closed": 409,
        "unknown_team": 422,
        "already_in_delegation": 409,
        "person_in_other_team": 409,
        "wrong_sex": 422,
        "wrong_age": 422,
        "part_needed": 422,
        "no_part_fits": 422,
        "no_such_contest": 422,
        "team_only": 422,
        "one_part_each": 422,
        "part_has_entries": 409,
        "part_of_matches": 422,
        "two_team_parts": 422,
        "bad_part_id": 422,
        "quota_full": 409,
        "role_full": 409,
        "entries_closed": 409,
        "delegation_empty": 409,
        "nobody_starts": 409,
        "closing_unsure": 422,
        "not_entered": 422,
        "clause_needed": 422,
        "reason_needed": 422,
        "mark_unreadable": 422,
        "mark_implausible": 422,
        "regulation_broken": 422,
        "cup_not_computable": 409,
        "cup_not_tied": 409,
        "cup_not_confirmed": 409,
        "reservation_unsaid": 422,
        "cup_other_winner": 409,
        "games_over": 409,
        "official_rules": 409,
        "drawn_rules": 409,
        "marks_would_break": 422,
        "decision_would_break": 422,
        "team_too_late": 409,
        "regulation_moved": 409,
        "now_unfit": 409,
        "admission_official": 409,
        "condition_past": 422,
        "permission_past": 422,
        "permission_gone": 409,
        "no_changes": 409,
        "both_compete": 409,
        "joint_cities": 422,
        "city_needed": 422,
        "same_unsaid": 422,
        "pair_decided": 409,
        "limit_outside": 422,
        "how_needed": 422,
        "weighing_moved": 409,
        "weighing_closed": 409,
        "late_entry": 409,
        "lineup_closed": 409,
        "lineup_leg_taken": 422,
        "lineup_not_admitted": 409,
        "replaced_has_results": 409,
        "paper_outdated": 409,
        "delegation_full": 422,
        "quota_over": 409,
        "delegation_over": 409,
        "contests_over": 409,
        "identifier_missing": 409,
        "named_twice": 422,
        "too_many_contests": 422,
        "condition_lapsed": 409,
        "decided_meanwhile": 409,
        "day_ahead": 422,
        "parent_needed": 422,
        "nobody_before": 422,
        "chair_needed": 422,
        "document_needed": 422,
        "required": 422,
        "choice_needed": 422,
        "too_long": 422,
        "bad_date": 422,
        "no_such_day": 422,
        "days_out_of_order": 422,
        "bad_time": 422,
        "day_outside": 422,
        "nothing_to_shift": 409,
        "nothing_to_move": 409,
        "same_venue": 422,
        "venue_known": 409,
        "contest_has_entries": 409,
        "bad_choice": 422,
        "bad_number": 422,
        "bad_amount": 422,
        "out_of_bounds": 422,
        "bad_text": 422,
        "bad_slug": 422,
        "mixed_alphabets": 422,
        "future_birth": 422,
        "too_old_birth": 422,
        "bad_uin": 422,
        "twice_in_table": 422,
        "uin_of_other": 409,
        "identifier_needed": 422,
        "file_empty": 422,
        "file_too_big": 422,
        "file_too_many_rows": 422,
        "file_too_many_columns": 422,
        "file_bomb": 422,
        "file_broken": 422,
        "file_locked": 422,
        "file_pdf": 422,
        "file_unknown": 422,
        "file_without_table": 422,
        "table_unreadable": 422,
        "table_too_large": 422,
        "table_in_parts": 422,
        "table_has_errors": 422,
        "row_unknown": 422,
        "row_unknown_near": 422,
        "row_other_name": 422,
        "row_other_part": 422,
        "row_other_sum": 422,
        "row_no_match": 422,
        "row_twice": 422,
        "row_written": 422,
        "row_moved": 409,
        "file_unsettled": 422,
        "file_nothing": 422,
        **_OF_SHEETS,
        "bad_hash": 422,
        "storage_busy": 503,
    }
)


class Refusal(Exception):
    """What the product will not do, and why.

    `kind` is a key of STATUS, `field` the form field it belongs to (None: the whole form), `args` fill the sentence.
    """

    def __init__(self, kind: str, field: str | None = None, /, **args: object) -> None:
        super().__init__(kind)
        self.kind = kind
        self.field = field
        self.args_for_words: Mapping[str, object] = args

    @property
    def status(self) -> int:
        return STATUS[self.kind]

    def at(self, field: str | None, **more: object) -> "Refusal":
        """The same said at another field, with more for its sentence."""
        return Refusal(self.kind, field, **{**self.args_for_words, **more})

    def __repr__(self) -> str:
        return f"Refusal({self.kind!r}, field={self.field!r}, {dict(self.args_for_words)!r})"


class Refusals(Exception):
    """Several refusals of one form, each at its field."""

    def __init__(self, refusals: list[Refusal]) -> None:
        super().__init__([r.kind for r in refusals])
        self.refusals = tuple(refusals)
