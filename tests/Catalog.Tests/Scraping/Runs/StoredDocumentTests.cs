using System.Text.Json;
using Actors.Catalog.Events.Ingest;
using Actors.Catalog.Scraping.Sources;
using Actors.Persistence;

namespace Actors.Catalog.Tests.Scraping.Runs;

/// <summary>Stored documents must stay readable: these texts change only together with a migration.</summary>
public sealed class StoredDocumentTests
{
    private const string State =
        """{"Run":3,"Running":true,"StartedAt":"2026-11-21T09:00:00+00:00","Pages":2,"Found":5,"Rejected":1,"Batches":1,"Sent":3,"Skipped":2,"Offered":6,"Yields":[7,6],"YieldDropped":true,"Replays":true,"PlannedFrom":"2026-11-21T08:00:00+00:00"}""";

    private const string OlderState =
        """{"Run":3,"Running":true,"StartedAt":"2026-11-21T09:00:00+00:00","Pages":2,"Found":5,"Rejected":1,"Batches":1,"Sent":3,"Skipped":2}""";

    private const string Event =
        """{"Uuid":"11111111-1111-1111-1111-111111111111","EventType":"concert","Title":"Джаз","Description":"Играют","Price":400,"DatePreview":{"Text":"2026-12-01T19:30:00","Instant":"2026-12-01T19:30:00+03:00"},"DateList":[{"Text":"2026-12-01T19:30:00","Instant":"2026-12-01T19:30:00+03:00"}],"Place":"Клуб","Genre":"джаз","Age":"16+","ImageUrl":"https://site.example/i.png","Url":"https://site.example/1"}""";

    [Fact]
    public void Source_state_format_is_stable() => Same<SourceState>(State);

    [Fact]
    public void Old_source_state_is_read()
    {
        var state = JsonSerializer.Deserialize(OlderState, StoredJson.TypeInfo<SourceState>())!;
        (state.Run, state.Sent, state.PlannedFrom, state.Yields.IsEmpty).ShouldBe((3L, 3, null, true));
    }

    [Fact]
    public void Pending_event_format_is_stable() => Same<EventInput>(Event);

    private static void Same<T>(string document) =>
        JsonSerializer.Serialize(JsonSerializer.Deserialize(document, StoredJson.TypeInfo<T>())!, StoredJson.TypeInfo<T>()).ShouldBe(document);
}
