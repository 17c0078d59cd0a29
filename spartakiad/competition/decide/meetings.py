"""What is written down of a meeting of judges and captains; corrected as often as it has to be."""

from dataclasses import dataclass
from datetime import date

from spartakiad.competition.facts import Fact
from spartakiad.competition.meeting_facts import MeetingKept
from spartakiad.competition.meetings import Meeting
from spartakiad.competition.state import State
from spartakiad.competition.texts import PHRASE, SENTENCE, free_text, is_moment
from spartakiad.errors import Refusal

MOST = 40  # decisions of one meeting


@dataclass(frozen=True, slots=True)
class KeepMeeting:
    """As in Meeting; `number`: of one that is there, or the next one. `attended`: pairs (team, who came)."""

    number: int
    held_at: str
    about: str = ""
    place: str = ""
    chair: str = ""
    secretary: str = ""
    attended: tuple[tuple[str, str], ...] = ()
    decisions: tuple[str, ...] = ()


def keep(state: State, command: KeepMeeting, _by: str) -> list[Fact]:
    """Raises Refusal not_found, bad_date, bad_choice, too_many_decisions, nobody_came."""
    if not 1 <= command.number <= len(state.meetings) + 1:
        raise Refusal("not_found")
    if not is_moment(command.held_at):
        raise Refusal("bad_date", "held_on", example="18.02.2027")
    if command.about and not _is_day(command.about):
        raise Refusal("bad_choice", "about_day")
    meeting = _cleaned(state, command)
    if not meeting.attended:
        raise Refusal("nobody_came", f"came-{next(iter(state.teams), '')}")
    if len(meeting.decisions) > MOST:
        raise Refusal("too_many_decisions", "decisions", most=MOST)
    if state.meetings.get(command.number) == meeting:
        return []
    came = "\n".join(f"{team} {who}" for team, who in meeting.attended.items())
    told = (meeting.place, meeting.chair, meeting.secretary, came, "\n".join(meeting.decisions))
    return [MeetingKept(meeting.number, meeting.held_at, meeting.about, *told)]


def _cleaned(state: State, command: KeepMeeting) -> Meeting:
    """Without empty lines; a team that nobody spoke for is left out."""
    came = {team: free_text(who, f"came-{team}", PHRASE) for team, who in command.attended if team in state.teams}
    lines = (free_text(one, "decisions", SENTENCE) for one in command.decisions)
    return Meeting(
        number=command.number,
        held_at=command.held_at,
        about=command.about,
        place=free_text(command.place, "held_where", PHRASE),
        chair=free_text(command.chair, "held_by", PHRASE),
        secretary=free_text(command.secretary, "written_by", PHRASE),
        attended={team: who for team, who in came.items() if who},
        decisions=tuple(one for one in lines if one),
    )


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
