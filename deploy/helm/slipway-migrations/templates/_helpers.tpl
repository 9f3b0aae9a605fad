{{- define "slipway-migrations.name" -}}
{{- printf "%s-%s" .Release.Name "migrations" | trunc 50 | trimSuffix "-" -}}
{{- end -}}

{{- define "slipway-migrations.labels" -}}
app.kubernetes.io/name: slipway-migrations
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
{{- end -}}

{{/* What the containers of the runner have in common. No probe: killing a slow migration is never the cure. */}}
{{- define "slipway-migrations.runner" -}}
image: "{{ required "image.repository is missing: the image with your scripts in /migrations" .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}"
imagePullPolicy: {{ .Values.image.pullPolicy }}
resources:
  {{- toYaml .Values.resources | nindent 2 }}
securityContext:
  runAsNonRoot: true
  runAsUser: 65532
  runAsGroup: 65532
  seccompProfile:
    type: RuntimeDefault
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities:
    drop: [ALL]
{{- end -}}

{{- define "slipway-migrations.variables" -}}
- name: DATABASE_URL
  value: {{ required "database.url is missing, for example postgresql://postgres:5432/shop" .root.Values.database.url | quote }}
- name: DATABASE_USER
  value: {{ required (printf "%s.user is missing" .place) .user | quote }}
- name: DATABASE_PASSWORD_FILE
  value: /run/secrets/{{ .volume }}/{{ .passwordKey }}
{{- with .root.Values.env }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{- define "slipway-migrations.mounts" -}}
- name: {{ .volume }}
  mountPath: /run/secrets/{{ .volume }}
  readOnly: true
{{- if .tenants }}
- name: tenants
  mountPath: /tenants
  readOnly: true
{{- end }}
- name: tmp
  mountPath: /tmp
{{- end -}}

{{/* Migrates. Its Pod needs "slipway-migrations.volumes", and fsGroup 65532 to read the password. */}}
{{- define "slipway-migrations.initContainer" -}}
{{ include "slipway-migrations.migrations" (dict "root" . "canary" false "shards" 1) }}
{{- end -}}

{{- define "slipway-migrations.migrations" -}}
{{- $database := .root.Values.database -}}
{{- $tenants := .root.Values.tenants -}}
name: migrations
{{ include "slipway-migrations.runner" .root }}
{{- with .root.Values.args }}
args:
  {{- toYaml . | nindent 2 }}
{{- end }}
env:
  {{- include "slipway-migrations.variables" (dict "root" .root "place" "database" "user" $database.user "volume" "owner" "passwordKey" $database.passwordKey) | nindent 2 }}
  {{- with .root.Values.target }}
  - name: SLIPWAY_TARGET
    value: {{ . | quote }}
  {{- end }}
  {{- if $tenants.list }}
  - name: SLIPWAY_TENANTS
    value: /tenants/tenants.txt
  {{- end }}
  {{- with $tenants.schemas }}
  - name: SLIPWAY_SCHEMAS
    value: {{ . | quote }}
  {{- end }}
  {{- with $tenants.query }}
  - name: SLIPWAY_TENANTS_QUERY
    value: {{ . | quote }}
  {{- end }}
  {{- if .canary }}
  - name: SLIPWAY_CANARY
    value: {{ $tenants.canary | quote }}
  - name: SLIPWAY_CANARY_ONLY
    value: "true"
  {{- end }}
  {{- if gt (int .shards) 1 }}
  # the index comes from JOB_COMPLETION_INDEX, which Kubernetes sets
  - name: SLIPWAY_SHARD
    value: /{{ .shards }}
  {{- end }}
volumeMounts:
  {{- include "slipway-migrations.mounts" (dict "volume" "owner" "tenants" $tenants.list) | nindent 2 }}
{{- end -}}

{{/* Waits until somebody else has migrated. Its Pod needs "slipway-migrations.waitVolumes", and fsGroup 65532. */}}
{{- define "slipway-migrations.waitContainer" -}}
name: wait-for-migrations
{{ include "slipway-migrations.runner" . }}
args: [wait, --until, {{ .Values.target | default "head" | quote }}, --wait-timeout, {{ .Values.wait.timeout | quote }}]
env:
  {{- include "slipway-migrations.variables" (dict "root" . "place" "wait" "user" .Values.wait.user "volume" "reader" "passwordKey" .Values.wait.passwordKey) | nindent 2 }}
volumeMounts:
  {{- include "slipway-migrations.mounts" (dict "volume" "reader") | nindent 2 }}
{{- end -}}

{{- define "slipway-migrations.volumes" -}}
- name: owner
  secret:
    secretName: {{ required "database.existingSecret is missing: the Secret with the owner's password" .Values.database.existingSecret }}
{{- if .Values.tenants.list }}
- name: tenants
  configMap:
    name: {{ include "slipway-migrations.name" . }}-tenants
{{- end }}
{{ include "slipway-migrations.tmp" . }}
{{- end -}}

{{- define "slipway-migrations.waitVolumes" -}}
- name: reader
  secret:
    secretName: {{ required "wait.existingSecret is missing: the Secret with the reader's password" .Values.wait.existingSecret }}
{{ include "slipway-migrations.tmp" . }}
{{- end -}}

{{- define "slipway-migrations.tmp" -}}
- name: tmp
  emptyDir:
    medium: Memory
    sizeLimit: 64Mi
{{- end -}}
