using System.Diagnostics;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Actors.Benchmarks.Storage;

/// <summary>The baseline for PostgreSQL: one connection, one prepared upsert of arrays, 32 rows each, with bytes prepared beforehand.</summary>
internal static class RawPostgres
{
    private const string Upsert = """
        INSERT INTO bench_raw (key, version, document, pages)
        SELECT u.key, 1, u.document, u.pages FROM unnest($1::text[], $2::text[], $3::bigint[]) AS u(key, document, pages)
        ON CONFLICT (key) DO UPDATE SET version = bench_raw.version + 1, document = excluded.document, pages = excluded.pages
        """;

    public static async Task<double> RowsPerSecondAsync(string connectionString, Load load)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(Upsert, connection);
        var (keys, documents, pages) = (new string[Load.Callers], new byte[Load.Callers][], new long[Load.Callers]);
        command.Parameters.Add(new NpgsqlParameter { Value = keys, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        command.Parameters.Add(new NpgsqlParameter { Value = documents, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        command.Parameters.Add(new NpgsqlParameter { Value = pages, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint });
        await command.PrepareAsync();
        var ready = load.Books.Select(book => JsonSerializer.SerializeToUtf8Bytes(book, Book.OfStore.Json)).ToArray();
        var clock = Stopwatch.StartNew();
        var rows = 0;
        while (clock.Elapsed < Load.Turn)
        {
            for (var i = 0; i < Load.Callers; i++, rows++)
            {
                var number = rows % ready.Length;
                (keys[i], documents[i], pages[i]) = (load.Keys[number], ready[number], number);
            }

            await command.ExecuteNonQueryAsync();
        }

        return rows / clock.Elapsed.TotalSeconds;
    }
}
