using System.Collections.Immutable;
using System.Net;
using System.Runtime.InteropServices;
using Actors.Persistence;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace Actors.Catalog.Posters.Stores;

/// <summary>Stores posters as objects in a bucket. Writes are atomic.</summary>
internal sealed class S3PosterStore(S3Settings settings) : IPosterStore, IDisposable
{
    /// <summary>The content of a hash name never changes.</summary>
    private const string CacheControl = "public, max-age=31536000, immutable";

    private readonly AmazonS3Client _client = S3Client.Create(settings);
    private Task? _bucket;

    public async Task PutAsync(string name, ImmutableArray<byte> webp, CancellationToken cancellationToken = default) => await GuardAsync(async () =>
    {
        await EnsureBucketAsync();
        using var stream = new MemoryStream(ImmutableCollectionsMarshal.AsArray(webp)!, writable: false);
        var request = new PutObjectRequest
        {
            BucketName = settings.Bucket,
            Key = name,
            InputStream = stream,
            ContentType = "image/webp",
            UseChunkEncoding = false,
        };
        request.Headers.CacheControl = CacheControl;
        return await _client.PutObjectAsync(request, cancellationToken);
    }, cancellationToken);

    public Task<bool> ExistsAsync(string name, CancellationToken cancellationToken = default) => GuardAsync(async () =>
    {
        try
        {
            await _client.GetObjectMetadataAsync(settings.Bucket, name, cancellationToken);
            return true;
        }
        catch (AmazonS3Exception missing) when (missing.StatusCode == HttpStatusCode.NotFound)
        {
            return false;
        }
    }, cancellationToken);

    public async Task DeleteAsync(string name, CancellationToken cancellationToken = default) => await GuardAsync(async () =>
    {
        await EnsureBucketAsync();
        return await _client.DeleteObjectAsync(settings.Bucket, name, cancellationToken);
    }, cancellationToken);

    /// <summary>S3 keeps nothing of an interrupted put.</summary>
    public Task RemoveUnfinishedAsync(DateTimeOffset before, CancellationToken cancellationToken = default) => Task.CompletedTask;

    public string UrlOf(string name) => $"{settings.PublicUrl}/{name}";

    public void Dispose() => _client.Dispose();

    /// <summary>Checks the bucket once; a failed check is repeated by the next call.</summary>
    private Task EnsureBucketAsync()
    {
        var known = Volatile.Read(ref _bucket);
        if (known is { IsFaulted: false, IsCanceled: false })
            return known;
        var fresh = S3Client.EnsureBucketAsync(_client, settings.Bucket);
        Volatile.Write(ref _bucket, fresh);
        return fresh;
    }

    /// <summary>Translates exceptions of the SDK to StoreUnavailableException.</summary>
    private static async Task<T> GuardAsync<T>(Func<Task<T>> operation, CancellationToken cancellationToken)
    {
        try
        {
            return await operation();
        }
        catch (Exception error) when (IsOutage(error) && !cancellationToken.IsCancellationRequested)
        {
            throw new StoreUnavailableException("The poster store (S3) is unavailable.", error);
        }
    }

    /// <summary>An unresponsive server shows as a timeout, or as a cancellation that the caller did not request.</summary>
    private static bool IsOutage(Exception error) => error is AmazonServiceException or AmazonClientException
        or HttpRequestException or IOException or TimeoutException or OperationCanceledException;
}
