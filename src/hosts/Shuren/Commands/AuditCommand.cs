using System.CommandLine;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Kernel;
using Shuren.Platform.Processes;

namespace Shuren.Host.Commands;

/// <summary><c>shuren audit verify|checkpoint</c>: whether anybody changed the audit in the database itself.</summary>
internal static class AuditCommand
{
    public static Command Create()
    {
        var command = new Command("audit", "The audit and its seals. 审计记录与封存。");
        command.Subcommands.Add(Verify());
        command.Subcommands.Add(Export());
        return command;
    }

    private static Command Verify()
    {
        var kept = new Option<FileInfo?>("--checkpoint") { Description = "A checkpoint that was kept outside. 库外保存的封存凭据。" };
        var key = new Option<FileInfo?>("--public-key") { Description = "PEM of the key that signed it. 签名公钥。" };
        var (database, district, json) = (DatabaseOptions.Database(), DatabaseOptions.District(), DatabaseOptions.AsJson());
        var command = new Command("verify", "Reckon the chain of seals again; 1 when something was changed. 核验审计记录。") { kept, key, database, district, json };
        command.SetAction((parsed, ct) => DatabaseOptions.InDistrictAsync(parsed.GetRequiredValue(database), parsed.GetRequiredValue(district), async services =>
        {
            List<Checkpoint> checkpoints = [];
            if (parsed.GetValue(kept) is { } file)
            {
                var read = await CheckpointFile.ReadAsync(file, parsed.GetValue(key), parsed.GetRequiredValue(district), ct);
                if (!read.Succeeded)
                    return DatabaseOptions.Refuse(services, read.Refusals);
                checkpoints.Add(read.Value);
            }
            return Print(services, await services.GetRequiredService<VerifyAudit>().RunAsync(checkpoints, ct), parsed.GetValue(json));
        }, ct));
        return command;
    }

    private static Command Export()
    {
        var output = new Option<FileInfo>("--output", "-o") { Description = "The file to write. 输出文件。", Required = true };
        var key = new Option<FileInfo?>("--key") { Description = "PEM of an EC private key that signs it. 签名私钥。" };
        var (database, district) = (DatabaseOptions.Database(), DatabaseOptions.District());
        var command = new Command("checkpoint", "Write number and hash of the last seal, to be kept elsewhere. 导出封存凭据。") { output, key, database, district };
        command.SetAction((parsed, ct) => DatabaseOptions.InDistrictAsync(parsed.GetRequiredValue(database), parsed.GetRequiredValue(district), async services =>
        {
            if (await services.GetRequiredService<VerifyAudit>().CheckpointAsync(parsed.GetRequiredValue(district), ct) is not { } checkpoint)
                return DatabaseOptions.Refuse(services, [new Refusal("AuditEmpty", "district")]);
            await CheckpointFile.WriteAsync(checkpoint, parsed.GetRequiredValue(output), parsed.GetValue(key), ct);
            Console.WriteLine($"{checkpoint.Number}  {checkpoint.Hash}");
            return ExitCodes.Success;
        }, ct));
        return command;
    }

    private static int Print(IServiceProvider services, AuditVerdict verdict, bool json)
    {
        var reason = verdict.Reason is { } code ? services.GetRequiredService<Platform.RefusalWords>().Of(new Refusal(code, "", verdict.FirstBroken ?? 0)) : null;
        if (json)
            Console.WriteLine(JsonSerializer.Serialize(new { entries = verdict.Entries, blocks = verdict.Blocks, ok = verdict.Ok, firstBroken = verdict.FirstBroken, reason }, DatabaseOptions.Json));
        else if (verdict.Ok)
            Console.WriteLine(FormattableString.Invariant($"完好 whole：{verdict.Entries} 条记录 entries，{verdict.Blocks} 个封存块 blocks"));
        if (reason is not null)
            Console.Error.WriteLine(reason);
        return verdict.Ok ? ExitCodes.Success : ExitCodes.Refused;
    }
}

/// <summary>A checkpoint as a small JSON file, signed where there is a key.</summary>
internal static class CheckpointFile
{
    public static async Task WriteAsync(Checkpoint checkpoint, FileInfo file, FileInfo? key, CancellationToken ct)
    {
        if (key is not null)
        {
            using var signer = ECDsa.Create();
            signer.ImportFromPem(await File.ReadAllTextAsync(key.FullName, ct));
            checkpoint = checkpoint with { Signature = Convert.ToBase64String(signer.SignData(checkpoint.Sealed(), HashAlgorithmName.SHA256)) };
        }
        await File.WriteAllTextAsync(file.FullName, JsonSerializer.Serialize(checkpoint, DatabaseOptions.Json), ct);
    }

    public static async Task<Outcome<Checkpoint>> ReadAsync(FileInfo file, FileInfo? key, string district, CancellationToken ct)
    {
        Checkpoint? read;
        try
        {
            read = JsonSerializer.Deserialize<Checkpoint>(await File.ReadAllTextAsync(file.FullName, ct), DatabaseOptions.Json);
        }
        catch (Exception wrong) when (wrong is JsonException or FileNotFoundException)
        {
            return new Refusal("CheckpointUnreadable", "checkpoint", file.FullName);
        }
        if (read is null || read.District != district)
            return new Refusal("CheckpointOfAnother", "checkpoint", read?.District ?? "", district);
        if (key is null)
            return read;
        using var signer = ECDsa.Create();
        signer.ImportFromPem(await File.ReadAllTextAsync(key.FullName, ct));
        return read.Signature is { } signature && signer.VerifyData(read.Sealed(), Convert.FromBase64String(signature), HashAlgorithmName.SHA256)
            ? read
            : new Refusal("CheckpointForged", "checkpoint");
    }
}
