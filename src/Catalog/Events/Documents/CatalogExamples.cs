namespace Actors.Catalog.Events.Documents;

/// <summary>Examples for the API page.</summary>
internal static class CatalogExamples
{
    public const string Event =
        """
        {
          "uuid": "11111111-1111-1111-1111-111111111111",
          "event_type": "concert",
          "id": "123",
          "title": "Концерт группы X",
          "description": "Большой сольный концерт",
          "price": 1500,
          "date_preview": "2027-09-01T18:00:00",
          "date_list": ["2027-09-01T18:00:00", "2027-09-02T19:00:00"],
          "place": "Главная сцена",
          "genre": "rock",
          "age": "18+",
          "image_url": "https://example.com/poster.jpg",
          "url": "https://example.com/event/1"
        }
        """;

    public const string Results = $$"""{ "events": [ {{Event}} ] }""";

    public const string Events =
        """
        [
          {
            "id": 1,
            "uuid": "11111111-1111-1111-1111-111111111111",
            "source_id": "123",
            "event_type": "concert",
            "title": "Концерт группы X",
            "description": "Большой сольный концерт",
            "price": 1500,
            "date_preview": "2027-09-01T18:00:00",
            "date_list": ["2027-09-01T18:00:00", "2027-09-02T19:00:00"],
            "place": "Главная сцена",
            "genre": "rock",
            "age": "18+",
            "image_url": "/posters/0f343b0931126a20f133d67c2b018a3b5e3f5f2b1c0f2c1f6c1c4d6d0f343b09.webp",
            "url": "https://example.com/event/1",
            "created_at": "2026-11-21T09:30:00Z"
          }
        ]
        """;

    public const string Intake =
        """
        {
          "sent": 98,
          "skipped": 1,
          "failed": [
            { "uuid": "11111111-1111-1111-1111-111111111111", "status_code": 502, "detail": "the picture could not be fetched: 404" }
          ]
        }
        """;

    public const string Batch =
        """
        {
          "created": [ { "uuid": "11111111-1111-1111-1111-111111111111", "type": "concert" } ],
          "skipped": [ { "uuid": "22222222-2222-2222-2222-222222222222", "type": "opera", "reason": "unsupported_type" } ],
          "failed": [
            {
              "uuid": "33333333-3333-3333-3333-333333333333",
              "type": "show",
              "reason": "image_download_failed",
              "detail": "the picture could not be fetched: 404"
            }
          ]
        }
        """;

    public const string Created =
        """{ "detail": "created", "uuid": "11111111-1111-1111-1111-111111111111", "type": "concert" }""";

    public const string Invalid =
        """{ "detail": [ { "loc": ["body", "events", 0, "title"], "msg": "Field required", "type": "missing" } ] }""";

    public const string NotFound = """{ "detail": "event not found" }""";
}
