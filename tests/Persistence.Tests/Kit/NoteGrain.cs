namespace Actors.Persistence.Tests.Kit;

/// <summary>A grain with a state in its own table, a state in the default storage and a reminder.</summary>
[GrainType("note")]
internal sealed class NoteGrain(
    [PersistentState("note", "notes")] IPersistentState<Note> note,
    [PersistentState("visits")] IPersistentState<Visits> visits) : Grain, INoteGrain, IRemindable
{
    public Task Write(string text)
    {
        note.State = new Note(text);
        return note.WriteStateAsync();
    }

    public Task<string?> Read() => Task.FromResult(note.RecordExists ? note.State.Text : null);

    public async Task<int> Visit()
    {
        visits.State.Count++;
        await visits.WriteStateAsync();
        return visits.State.Count;
    }

    public Task Remind() => this.RegisterOrUpdateReminder("daily", TimeSpan.FromHours(1), TimeSpan.FromDays(1));

    public Task ReceiveReminder(string reminderName, TickStatus status) => Task.CompletedTask;
}
