// Built by `npm run build` in lib/page_scripts.
var KEEP_KEYS={"data-lm-suppress-shortcuts":"true"};function setAttributes(node,attributes,children=[]){for(let[name,value]of Object.
entries(attributes))typeof value=="function"?node.addEventListener(name,value):node.setAttribute(name,value);return node.
append(...children),node}function html(name,attributes={},...children){let takesKeys=["input","select","button"].includes(
name);return setAttributes(document.createElement(name),takesKeys?{...KEEP_KEYS,...attributes}:attributes,children)}function svg(name,attributes={},...children){
return setAttributes(document.createElementNS("http://www.w3.org/2000/svg",name),attributes,children)}var textAt=(x,y,text,attributes={})=>svg(
"text",{x,y,...attributes},text);function createRoot(el,label){let root=html("div",{class:"cr",role:"group","aria-label":label,
...KEEP_KEYS});return el.append(root),root}var controlBar=(...controls)=>html("div",{class:"controls"},...controls);var clamp=(value,low,high)=>Math.min(Math.max(value,low),high),roundTo=(value,step)=>Number((Math.round(value/step)*step).
toFixed(6)),SUPERSCRIPTS="⁰¹²³⁴⁵⁶⁷⁸⁹";function superscript(power){return[...String(power)].map(digit=>digit===
"-"?"⁻":SUPERSCRIPTS[Number(digit)]).join("")}function formatNumber(value,digits=3){if(Number.isNaN(value))return"NaN";
if(!Number.isFinite(value))return value>0?"∞":"−∞";if(value!==0&&(Math.abs(value)<.001||Math.abs(value)>=1e5)){let[
mantissa,power]=value.toExponential(1).split("e");return`${mantissa}·10${superscript(Number(power))}`.replace("-","−")}
return String(Number(value.toPrecision(digits))).replace("-","−")}function follow(model,name,show){model.on(`change:${name}`,show),show()}function slider(label,model,name,{min,max,step,text=formatNumber},save){let value=html("output"),input=html("input",{type:"\
range",min,max,step,"aria-label":label});return input.addEventListener("input",()=>save({[name]:Number(input.value)})),follow(
model,name,()=>{Number(input.value)!==model.get(name)&&(input.value=model.get(name)),value.textContent=text(model.get(name)),
input.setAttribute("aria-valuetext",value.textContent)}),html("label",{},label,input,value)}var penOf=(canvas,settings)=>canvas.getContext("2d",settings);function paintGrey(canvas,rows,frames=100){if(!canvas.isConnected){frames&&requestAnimationFrame(()=>paintGrey(canvas,rows,
frames-1));return}let[height,width]=[rows.length,rows[0].length];(canvas.width!==width||canvas.height!==height)&&Object.
assign(canvas,{width,height});let ink=(getComputedStyle(canvas).color.match(/[\d.]+/g)??["0","0","0"]).slice(0,3).map(Number),
image=new ImageData(width,height);for(let[y,row]of rows.entries())for(let[x,value]of row.entries()){let colour=value<0?[
230,159,0]:ink;image.data.set([...colour,255*clamp(Math.abs(value),0,1)],4*(y*width+x))}penOf(canvas).putImageData(image,
0,0)}function greyCanvas(label,width,height=width){let size=`width: ${width}px; height: ${height}px`;return html("canvas",
{role:"img","aria-label":label,style:`${size}; image-rendering: pixelated; border: 1px solid var(--hair); border-radius:\
 3px`})}function ticks(low,high,count=5){let raw=(high-low)/count,power=10**Math.floor(Math.log10(raw)),step=[1,2,5,10].map(m=>m*
power).find(s=>s>=raw)??10*power,found=[];for(let i=Math.ceil(low/step-1e-9);i*step<=high+step*1e-9;i++)found.push(roundTo(
i*step,step));return found}var Panel=class{constructor({x,y,width,height,xs,ys}){this.x=x,this.y=y,this.width=width,this.height=height,this.xs=xs,this.
ys=ys,this.id=`cr${Math.random().toString(36).slice(2)}`;let clip=svg("clipPath",{id:this.id},svg("rect",{x,y,width,height}));
this.frame=svg("g"),this.inside=svg("g",{"clip-path":`url(#${this.id})`}),this.node=svg("g",{},clip,this.frame,this.inside)}px(value){
return this.x+(value-this.xs[0])/(this.xs[1]-this.xs[0])*this.width}py(value){return this.y+(this.ys[1]-value)/(this.ys[1]-
this.ys[0])*this.height}dataAt(x,y){return[this.xs[0]+(x-this.x)/this.width*(this.xs[1]-this.xs[0]),this.ys[1]-(y-this.y)/
this.height*(this.ys[1]-this.ys[0])]}path(xs,ys){let command="M",d="";for(let i=0;i<xs.length;i++){if(!Number.isFinite(ys[i])){
command="M";continue}d+=`${command}${this.px(xs[i]).toFixed(2)} ${clamp(this.py(ys[i]),-2e3,4e3).toFixed(2)}`,command="L"}
return d}xTicks(count){return ticks(this.xs[0],this.xs[1],count)}yTicks(count){return ticks(this.ys[0],this.ys[1],count)}axes(xTicks,yTicks,xLabel=""){
let{x,y,width,height}=this,lines=svg("g");for(let tick of xTicks)lines.append(svg("path",{d:`M${this.px(tick)} ${y}v${height}`,
class:"hair"}),textAt(this.px(tick),y+height+15,formatNumber(tick),{class:"quiet","text-anchor":"middle"}));for(let tick of yTicks)
lines.append(svg("path",{d:`M${x} ${this.py(tick)}h${width}`,class:"hair"}),textAt(x-7,this.py(tick)+4,formatNumber(tick),
{class:"quiet","text-anchor":"end"}));xLabel&&lines.append(textAt(x+width,y+height+30,xLabel,{class:"quiet","text-anchor":"\
end"})),this.frame.replaceChildren(lines)}};function toNumbers(view,Kind=Float32Array){let bytes=view.buffer.slice(view.byteOffset,view.byteOffset+view.byteLength);
return new Kind(bytes)}function throttle(draw2){let drawn=!1,late=!1,now=()=>{late=!1,draw2()};return()=>{late=!0,!drawn&&(drawn=!0,queueMicrotask(
now),requestAnimationFrame(function next(){drawn=late,late&&(now(),requestAnimationFrame(next))}))}}function reportDrawn(root,drawn){"chainruleTest"in globalThis&&(root.dataset.drawn=JSON.stringify(drawn))}function drawOnChange(root,model,names,draw2){
let now=()=>reportDrawn(root,draw2()),soon=throttle(now);for(let name of names)model.on(`change:${name}`,soon);return now(),
soon}function saveDebounced(model){let timer,unsaved={};return model.on("change",()=>{for(let[name,value]of Object.entries(unsaved))
model.get(name)!==value&&model.set(name,value)}),state=>{Object.assign(unsaved,state);for(let[name,value]of Object.entries(
state))model.set(name,value);clearTimeout(timer),timer=setTimeout(()=>{unsaved={},model.save_changes()},150)}}var WAYS=[["frozen","lower layers kept and frozen","blue",""],["thawed","lower layers kept, trained further","green"," d\
otted"],["scratch","all layers from random weights","orange"," dashed"]];function render({model,el}){let root=createRoot(
el,"Transfer"),save=saveDebounced(model),[counts,accuracies]=[model.get("per_class"),model.get("accuracies")],images=toNumbers(
model.get("sheets"),Uint8Array),{panel,cursor}=accuracyPanel({accuracies,counts}),marks=[svg("circle",{r:6,class:"fill b\
lue"}),svg("path",{d:"M-6 5h12l-6 -11z",class:"fill green"}),svg("rect",{x:-5,y:-5,width:10,height:10,class:"fill orange"})],
rows=WAYS.map(([,name,colour],i)=>({name:textAt(490,40+34*i,name,{class:`fill ${colour}`}),value:textAt(800,40+34*i,"",{
"text-anchor":"end",class:"title"}),y:40+34*i})),keys=["M466 36m-6 0a6 6 0 1 0 12 0a6 6 0 1 0 -12 0","M460 75h12l-6 -11z",
"M461 99h10v10h-10z"].map((d,i)=>svg("path",{d,class:`fill ${WAYS[i][2]}`})),picture=svg("svg",{viewBox:"0 0 848 304"},panel.
node,...marks,...keys,...rows.flatMap(row=>[row.name,row.value]),textAt(460,142,"training examples (at most 12 each)",{class:"\
title"})),sheet=greyCanvas("examples of the digits 5 to 9",372,155),stage=html("div",{style:"position: relative"},picture,
html("div",{style:"position: absolute; left: 54.2%; top: 50%; width: 44%"},sheet));Object.assign(sheet.style,{width:"100\
%",height:"auto"});let says=html("p",{class:"says",role:"status"});root.append(controlBar(slider("examples of each digit",
model,"place",{min:0,max:counts.length-1,step:1,text:i=>String(counts[i])},save)),stage,says),drawOnChange(root,model,["\
place"],()=>draw({accuracies,counts,cursor,images,marks,model,panel,rows,says,sheet}))}function accuracyPanel({accuracies,
counts}){let panel=new Panel({x:40,y:12,width:400,height:250,xs:[-.2,counts.length-.8],ys:[.1,.8]});panel.axes([],[.2,.4,
.6,.8]),panel.frame.append(...counts.map((n,i)=>textAt(panel.px(i),279,String(n),{class:"quiet","text-anchor":"middle"})),
textAt(440,298,"examples of each new digit",{class:"quiet","text-anchor":"end"}),svg("path",{d:`M40 ${panel.py(.2)}h400`,
class:"line thin ink dotted"}),textAt(436,panel.py(.2)+14,"guessing",{class:"quiet","text-anchor":"end"})),panel.node.append(
textAt(48,26,"accuracy on new images",{class:"quiet halo"}));let cursor=svg("path",{class:"line thin ink"}),steps=counts.
map((_,i)=>i);return panel.inside.append(cursor,...WAYS.map(([way,,colour,dash])=>svg("path",{d:panel.path(steps,accuracies[way]),
class:`line ${colour}${dash}`}))),{panel,cursor}}function draw({accuracies,counts,cursor,images,marks,model,panel,rows,says,
sheet}){let place=model.get("place");cursor.setAttribute("d",`M${panel.px(place)} 12v250`);let found=WAYS.map(([way])=>accuracies[way][place]);
return found.forEach((value,i)=>{marks[i].setAttribute("transform",`translate(${panel.px(place)} ${panel.py(value)})`),rows[i].
value.textContent=`${formatNumber(100*value)} %`}),paintGrey(sheet,montage(images,Math.min(counts[place],12))),says.textContent=
sentence(found,counts[place]),{per_class:counts[place],...Object.fromEntries(WAYS.map(([way],i)=>[way,found[i]]))}}function montage(images,used){
return Array.from({length:65},(_,y)=>Array.from({length:156},(_2,x)=>{let[digit,example,row,column]=[Math.floor(y/13),Math.
floor(x/13),y%13,x%13];return example<used&&row<12&&column<12?images[((digit*12+example)*12+row)*12+column]/255+.06:0}))}
function sentence([frozen,thawed,scratch],n){let best=Math.max(frozen,thawed,scratch),gap=`${formatNumber(100*Math.abs(frozen-
scratch),2)} percentage points`;return best===frozen?`With ${n} of each digit, frozen layers are best: ${gap} better tha\
n random weights. ${5*n} images are too few to train all layers.`:best===thawed?`With ${n} of each digit, it is best to \
train the kept layers further. Frozen layers are ${gap} ${frozen>scratch?"better":"worse"} than random weights.`:`With ${n}\
 of each digit, random weights are best. The frozen layers were trained for other digits.`}var transfer_default={render};export{transfer_default as default};
