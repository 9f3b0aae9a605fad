{{/* The Job for the canaries alone, or for all. */}}
{{- define "slipway-migrations.job" -}}
{{- $root := .root -}}
{{- $shards := ternary 1 (int .root.Values.tenants.shards) .canary -}}
apiVersion: batch/v1
kind: Job
metadata:
  # a Job cannot be changed: each release has its own; a hook replaces the last one
  name: {{ include "slipway-migrations.name" $root }}{{ if .canary }}-canary{{ end }}{{ if not $root.Values.job.hook }}-{{ $root.Release.Revision }}{{ end }}
  labels:
    {{- include "slipway-migrations.labels" $root | nindent 4 }}
  {{- if or $root.Values.job.hook $root.Values.job.annotations }}
  annotations:
    {{- if $root.Values.job.hook }}
    helm.sh/hook: pre-install,pre-upgrade
    helm.sh/hook-delete-policy: before-hook-creation
    {{- if .canary }}
    helm.sh/hook-weight: "-1"
    {{- end }}
    {{- end }}
    {{- with $root.Values.job.annotations }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  {{- end }}
spec:
  {{- if gt $shards 1 }}
  completionMode: Indexed
  completions: {{ $shards }}
  parallelism: {{ $root.Values.tenants.parallelism }}
  # an index that fails keeps no other from its end
  backoffLimitPerIndex: {{ $root.Values.job.backoffLimit }}
  {{- else }}
  backoffLimit: {{ $root.Values.job.backoffLimit }}
  {{- end }}
  podFailurePolicy:
    rules:
      # no further attempt mends wrong usage, a refusal, or a history that does not match the scripts
      - action: {{ gt $shards 1 | ternary "FailIndex" "FailJob" }}
        onExitCodes:
          containerName: migrations
          operator: In
          values: [2, 3, 7]
  ttlSecondsAfterFinished: {{ $root.Values.job.ttlSecondsAfterFinished }}
  template:
    metadata:
      labels:
        {{- include "slipway-migrations.labels" $root | nindent 8 }}
        {{- with $root.Values.podLabels }}
        {{- toYaml . | nindent 8 }}
        {{- end }}
    spec:
      restartPolicy: Never
      automountServiceAccountToken: false
      # after SIGTERM the runner rolls back what it was doing
      terminationGracePeriodSeconds: 30
      securityContext:
        fsGroup: 65532
      {{- with $root.Values.imagePullSecrets }}
      imagePullSecrets:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      containers:
        - {{- include "slipway-migrations.migrations" (dict "root" $root "canary" .canary "shards" $shards) | nindent 10 }}
      volumes:
        {{- include "slipway-migrations.volumes" $root | nindent 8 }}
      {{- with $root.Values.nodeSelector }}
      nodeSelector:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      {{- with $root.Values.tolerations }}
      tolerations:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      {{- with $root.Values.affinity }}
      affinity:
        {{- toYaml . | nindent 8 }}
      {{- end }}
{{- end -}}
