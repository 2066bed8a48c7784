using System.Collections.Immutable;
using System.Net;
using System.Runtime.InteropServices;
using Actors.Persistence;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace Actors.Catalog.Posters.Stores;

/// <summary>Posters as objects of one bucket. An object appears only when it is whole.</summary>
internal sealed class S3PosterStore(S3Settings settings) : IPosterStore, IDisposable
{
    /// <summary>A content hash never changes its content.</summary>
    private const string CacheControl = "public, max-age=31536000, immutable";

    private readonly AmazonS3Client _client = S3Client.Create(settings);
    private Task? _bucket;

    public async Task PutAsync(string name, ImmutableArray<byte> webp, CancellationToken cancellationToken = default) => await Asking(async () =>
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

    public Task<bool> ExistsAsync(string name, CancellationToken cancellationToken = default) => Asking(async () =>
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

    public async Task DeleteAsync(string name, CancellationToken cancellationToken = default) => await Asking(async () =>
    {
        await EnsureBucketAsync();
        return await _client.DeleteObjectAsync(settings.Bucket, name, cancellationToken);
    }, cancellationToken);

    /// <summary>An interrupted put leaves nothing in S3.</summary>
    public Task TidyAsync(DateTimeOffset before, CancellationToken cancellationToken = default) => Task.CompletedTask;

    public string UrlOf(string name) => $"{settings.PublicUrl}/{name}";

    public void Dispose() => _client.Dispose();

    /// <summary>Asked once; a failure is asked again next time.</summary>
    private Task EnsureBucketAsync()
    {
        var known = Volatile.Read(ref _bucket);
        if (known is { IsFaulted: false, IsCanceled: false })
            return known;
        var fresh = S3Client.EnsureBucketAsync(_client, settings.Bucket);
        Volatile.Write(ref _bucket, fresh);
        return fresh;
    }

    /// <summary>The SDK's exceptions stay here; callers learn that the store is away.</summary>
    private static async Task<T> Asking<T>(Func<Task<T>> ask, CancellationToken cancellationToken)
    {
        try
        {
            return await ask();
        }
        catch (Exception error) when (IsOutage(error) && !cancellationToken.IsCancellationRequested)
        {
            throw new StoreUnavailableException("The store of posters (S3) does not answer as it should.", error);
        }
    }

    /// <summary>A server that is silent shows as a time-out, or as a cancellation that nobody asked for.</summary>
    private static bool IsOutage(Exception error) => error is AmazonServiceException or AmazonClientException
        or HttpRequestException or IOException or TimeoutException or OperationCanceledException;
}
